# Finds the Emscripten on PATH (3.1.6 up to 6.x; the distribution's or the SDK's) and uses its own toolchain file.
find_program(PORTAL_EMCC emcc)
if(NOT PORTAL_EMCC)
  message(FATAL_ERROR "emcc is not on PATH: install the package 'emscripten' or activate the Emscripten SDK.")
endif()
get_filename_component(emcc_file ${PORTAL_EMCC} REALPATH)
get_filename_component(emscripten_root ${emcc_file} DIRECTORY)
if(NOT EXISTS ${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)
  find_program(PORTAL_EM_CONFIG em-config REQUIRED)
  execute_process(COMMAND ${PORTAL_EM_CONFIG} EMSCRIPTEN_ROOT OUTPUT_VARIABLE emscripten_root
    OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
endif()

# Debian's emcc calls node with modules that only Debian's own node looks for in /usr/share/nodejs.
if(emscripten_root STREQUAL "/usr/share/emscripten" AND EXISTS /usr/share/nodejs)
  set(ENV{NODE_PATH} /usr/share/nodejs)
  set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
endif()

include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)
