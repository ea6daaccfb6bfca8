# The browser's side: how the client is compiled and linked with Emscripten 3.1.6 up to 6.x.

# Emscripten calls the stack size STACK_SIZE since 3.1.27.
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.27)
  set(wasm_stack TOTAL_STACK)
else()
  set(wasm_stack STACK_SIZE)
endif()

# Smallest download: size over speed, and link-time optimisation across all layers.
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  add_compile_options(-Oz -flto)
  add_link_options(-Oz -flto)
endif()

# Deep enough for the recursive layout of a screen; the heap starts at 16 MiB and may grow to the browser's need.
set(wasm_memory -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=16777216 -s${wasm_stack}=1048576)

set(wasm_page
  -sENVIRONMENT=web -sMODULARIZE=1 -sEXPORT_ES6=1 -sFILESYSTEM=0 -sMALLOC=emmalloc
  # A content security policy without 'unsafe-eval'.
  -sDYNAMIC_EXECUTION=0
  # WebGL 2 where there is one, else WebGL 1, both from this binary.
  -sMIN_WEBGL_VERSION=1 -sMAX_WEBGL_VERSION=2 -sGL_POOL_TEMP_BUFFERS=0
  -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 -sGL_SUPPORT_SIMPLE_ENABLE_EXTENSIONS=0
  -sHTML5_SUPPORT_DEFERRING_USER_SENSITIVE_REQUESTS=0
  # Answers are kept by the portal itself, per account, never in the fetch library's own database.
  -sFETCH=1 -sFETCH_SUPPORT_INDEXEDDB=0
  -sSUPPORT_LONGJMP=0
  # Nothing throws; without this the page would get the half of exception handling that is JavaScript, which 6.x cannot
  # link to a library without the other half.
  -fno-exceptions
  "-sEXPORTED_FUNCTIONS=_main,_malloc,_free"
  "-sEXPORTED_RUNTIME_METHODS=HEAPU8,UTF8ToString,stringToUTF8,lengthBytesUTF8")

if(CMAKE_BUILD_TYPE STREQUAL "Release")
  list(APPEND wasm_page -sASSERTIONS=0 -sGL_TRACK_ERRORS=0)
  if(PORTAL_CLOSURE)
    list(APPEND wasm_page --closure 1)
  endif()
else()
  set(wasm_checks -sASSERTIONS=2 -sSAFE_HEAP=1 -sSTACK_OVERFLOW_CHECK=2)
endif()

# portal_client(<name> [FOLDER dir] LINKS targets...) -> bin/<name>.mjs and bin/<name>.wasm; the page around it is ours (shell/).
function(portal_client name)
  cmake_parse_arguments(client "" "FOLDER" "LINKS" ${ARGN})
  if(NOT client_FOLDER)
    set(client_FOLDER client)
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${PORTAL_SOURCE_DIR}/${client_FOLDER}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(${name} ${sources})
  set_target_properties(${name} PROPERTIES SUFFIX .mjs)
  portal_own_code(${name})
  target_link_libraries(${name} PRIVATE portal_client_rules ${client_LINKS})
  target_link_options(${name} PRIVATE ${wasm_memory} ${wasm_page} ${wasm_checks})
  file(GLOB libraries CONFIGURE_DEPENDS ${PORTAL_SOURCE_DIR}/platform/browser/*.js)
  foreach(library IN LISTS libraries)
    target_link_options(${name} PRIVATE --js-library ${library})
  endforeach()
  set_target_properties(${name} PROPERTIES LINK_DEPENDS "${libraries}")
endfunction()

# portal_browser_bench(<name> sources...) -> bin/<name>.mjs and .wasm for a page of tests/bench; built when asked for.
function(portal_browser_bench name)
  add_executable(${name} EXCLUDE_FROM_ALL ${ARGN})
  set_target_properties(${name} PROPERTIES SUFFIX .mjs)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  portal_own_code(${name})
  target_link_libraries(${name} PRIVATE portal_core)
  target_link_options(${name} PRIVATE ${wasm_memory} ${wasm_checks}
    -sENVIRONMENT=web -sMODULARIZE=1 -sEXPORT_ES6=1 -sFILESYSTEM=0)
endfunction()

# A test program that node runs: it ends with main and its exit status is main's. It is compiled synchronously because
# Emscripten 3.1.6 would ask node's fetch (18 and later) for a file, which that refuses.
function(portal_wasm_test target)
  set_target_properties(${target} PROPERTIES SUFFIX .cjs)
  target_link_options(${target} PRIVATE ${wasm_memory} ${wasm_checks}
    -sENVIRONMENT=node -sEXIT_RUNTIME=1 -sNODERAWFS=1 -sWASM_ASYNC_COMPILATION=0)
endfunction()
