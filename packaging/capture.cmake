# Runs PROGRAM with WORDS and writes what it prints into FILE.
execute_process(COMMAND ${PROGRAM} ${WORDS} OUTPUT_FILE "${FILE}" COMMAND_ERROR_IS_FATAL ANY)
