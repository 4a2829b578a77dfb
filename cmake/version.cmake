# Writes FILE with the commit that SOURCE is at, and touches it only when that has changed: a build after a commit says so,
# a build after nothing compiles nothing. Outside a repository, in a package's sources, the commit is not known.
execute_process(COMMAND git -C "${SOURCE}" rev-parse --short=12 HEAD
    OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
if(failed OR NOT EXISTS "${SOURCE}/.git")
    set(commit "")
else()
    execute_process(COMMAND git -C "${SOURCE}" status --porcelain --untracked-files=no
        OUTPUT_VARIABLE changes OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(changes)
        string(APPEND commit "+")
    endif()
endif()
set(text "#define SWARM_COMMIT \"${commit}\"\n")
set(before "")
if(EXISTS "${FILE}")
    file(READ "${FILE}" before)
endif()
if(NOT text STREQUAL before)
    file(WRITE "${FILE}" "${text}")
endif()
