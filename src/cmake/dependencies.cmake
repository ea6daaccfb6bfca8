# Third-party code. Everything but Dear ImGui is a package of the system.

# --- nlohmann/json: header only; never throws here, a bad document is a value --------------------------------------------
add_library(portal_json INTERFACE)
if(EMSCRIPTEN)
  # The header is the same for every machine; only the system's include folder must not follow it into a cross build.
  find_path(PORTAL_JSON_INCLUDE nlohmann/json.hpp PATHS /usr/include /usr/local/include
    NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  set(json_copy ${CMAKE_BINARY_DIR}/third_party/include)
  file(MAKE_DIRECTORY ${json_copy})
  file(CREATE_LINK ${PORTAL_JSON_INCLUDE}/nlohmann ${json_copy}/nlohmann SYMBOLIC)
  target_include_directories(portal_json SYSTEM INTERFACE ${json_copy})
else()
  find_package(nlohmann_json QUIET)
  if(nlohmann_json_FOUND)
    target_link_libraries(portal_json INTERFACE nlohmann_json::nlohmann_json)
  else()
    find_path(PORTAL_JSON_INCLUDE nlohmann/json.hpp REQUIRED)
    target_include_directories(portal_json SYSTEM INTERFACE ${PORTAL_JSON_INCLUDE})
  endif()
endif()
target_compile_definitions(portal_json INTERFACE JSON_NOEXCEPTION JSON_HAS_FILESYSTEM=0 JSON_HAS_EXPERIMENTAL_FILESYSTEM=0)

# --- Dear ImGui: pinned sources, compiled here ---------------------------------------------------------------------------
execute_process(COMMAND ${PROJECT_SOURCE_DIR}/src/cmake/imgui.sh RESULT_VARIABLE imgui_result ERROR_VARIABLE imgui_error)
if(NOT imgui_result EQUAL 0)
  message(FATAL_ERROR "${imgui_error}")
endif()
set(imgui_dir ${PROJECT_SOURCE_DIR}/build/_deps/imgui)
add_library(imgui STATIC
  ${imgui_dir}/imgui.cpp ${imgui_dir}/imgui_draw.cpp ${imgui_dir}/imgui_tables.cpp ${imgui_dir}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui_dir})
# Only what a canvas painter needs: no demo, debugger, files, shell or built-in font in the download.
target_compile_definitions(imgui PUBLIC
  IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_DEFAULT_FONT
  IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS)
target_link_libraries(imgui PRIVATE portal_client_rules portal_sanitizers)
target_compile_options(imgui PRIVATE -w)

if(EMSCRIPTEN)
  # The OpenGL ES 2 path runs on WebGL 2 and on WebGL 1, so that one binary serves both.
  add_library(imgui_webgl STATIC ${imgui_dir}/backends/imgui_impl_opengl3.cpp)
  target_include_directories(imgui_webgl SYSTEM PUBLIC ${imgui_dir}/backends)
  target_compile_definitions(imgui_webgl PUBLIC IMGUI_IMPL_OPENGL_ES2)
  target_compile_options(imgui_webgl PRIVATE -w)
  target_link_libraries(imgui_webgl PUBLIC imgui PRIVATE portal_client_rules)
endif()

# --- GoogleTest ----------------------------------------------------------------------------------------------------------
if(PORTAL_TESTS)
  add_library(portal_gtest_main INTERFACE)
  if(EMSCRIPTEN)
    # The system's library is native; its source package builds for node as well.
    find_path(PORTAL_GTEST_SOURCE src/gtest-all.cc PATHS /usr/src/googletest/googletest /usr/src/gtest
      NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH REQUIRED)
    add_library(gtest_wasm STATIC ${PORTAL_GTEST_SOURCE}/src/gtest-all.cc ${PORTAL_GTEST_SOURCE}/src/gtest_main.cc)
    target_include_directories(gtest_wasm SYSTEM PUBLIC ${PORTAL_GTEST_SOURCE}/include PRIVATE ${PORTAL_GTEST_SOURCE})
    target_compile_definitions(gtest_wasm PUBLIC GTEST_HAS_PTHREAD=0)
    target_compile_options(gtest_wasm PRIVATE -w)
    target_link_libraries(gtest_wasm PRIVATE portal_client_rules)
    target_link_libraries(portal_gtest_main INTERFACE gtest_wasm)
  else()
    find_package(GTest REQUIRED)
    target_link_libraries(portal_gtest_main INTERFACE GTest::gtest GTest::gtest_main)
  endif()
endif()

# --- The server's libraries ----------------------------------------------------------------------------------------------
if(NOT EMSCRIPTEN)
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(MICROHTTPD REQUIRED IMPORTED_TARGET libmicrohttpd)
  pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
  pkg_check_modules(CURL REQUIRED IMPORTED_TARGET libcurl)
  pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
  pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET cairo-pdf cairo-ft freetype2)
  pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
  find_path(SOCI_INCLUDE soci/soci.h REQUIRED)
  find_library(SOCI_CORE soci_core REQUIRED)
  find_library(SOCI_SQLITE soci_sqlite3 REQUIRED)
  find_library(SOCI_POSTGRESQL soci_postgresql REQUIRED)
  find_package(Threads REQUIRED)
  add_library(portal_server_libraries INTERFACE)
  target_include_directories(portal_server_libraries SYSTEM INTERFACE ${SOCI_INCLUDE})
  target_link_libraries(portal_server_libraries INTERFACE ${SOCI_CORE} ${SOCI_SQLITE} ${SOCI_POSTGRESQL}
    PkgConfig::MICROHTTPD PkgConfig::SODIUM PkgConfig::CURL PkgConfig::SQLITE PkgConfig::CAIRO PkgConfig::QRENCODE
    Threads::Threads)
endif()
