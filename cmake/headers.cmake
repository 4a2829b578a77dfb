# Most of a compilation is reading other people's headers. Targets that use the same of them read them once.

# swarm_headers(SET HEADERS HEADER... LIBRARIES LIBRARY...): a set of headers, read once.
function(swarm_headers set)
    cmake_parse_arguments(PARSE_ARGV 1 the "" "" "HEADERS;LIBRARIES")
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/headers_${set}.cpp CONTENT "")
    add_library(headers_${set} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/headers_${set}.cpp)
    set_target_properties(headers_${set} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_link_libraries(headers_${set} PRIVATE swarm_build ${the_LIBRARIES})
    target_precompile_headers(headers_${set} PRIVATE ${the_HEADERS})
endfunction()

# swarm_reads(TARGET SET): the target finds a set of headers read. It must be compiled with the very same definitions.
function(swarm_reads target set)
    get_target_property(kind ${target} TYPE)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND kind STREQUAL "EXECUTABLE")
        return() # GCC tells those from libraries, of which the sets are made
    endif()
    target_compile_definitions(${target} PRIVATE $<TARGET_PROPERTY:headers_${set},COMPILE_DEFINITIONS>)
    target_precompile_headers(${target} REUSE_FROM headers_${set})
endfunction()

set(swarm_core <QtCore/QtCore> <algorithm> <array> <chrono> <coroutine> <expected> <functional> <memory> <optional> <ranges>
    <stop_token> <variant> <vector>)
set(swarm_network_libraries Qt6::Network Qt6::Concurrent Qt6::DBus)
swarm_headers(core HEADERS ${swarm_core} LIBRARIES Qt6::Core)
swarm_headers(network HEADERS ${swarm_core} <QtNetwork/QtNetwork> <QtConcurrentRun> LIBRARIES ${swarm_network_libraries})
swarm_headers(fly HEADERS ${swarm_core} <QtNetwork/QtNetwork> <QtConcurrentRun>
    "${CMAKE_SOURCE_DIR}/fly/flyclient.h" "${CMAKE_SOURCE_DIR}/model/provider.h" LIBRARIES ${swarm_network_libraries})
swarm_headers(commands HEADERS ${swarm_core} <QtNetwork/QtNetwork> <CLI/CLI.hpp>
    LIBRARIES ${swarm_network_libraries} CLI11::CLI11)
swarm_headers(widgets HEADERS ${swarm_core} <QtWidgets/QtWidgets> <QtNetwork/QtNetwork> <QtDBus/QtDBus>
    LIBRARIES ${swarm_network_libraries} Qt6::Widgets Qt6::Svg)
