# Packages by CPack: `cpack -G DEB` and the like in a build folder of the preset release.
set(CPACK_PACKAGE_NAME remote-swarm)
set(CPACK_PACKAGE_VENDOR "The Remote Swarm authors")
set(CPACK_PACKAGE_CONTACT "The Remote Swarm authors <remote-swarm@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "keep your VS Code editors on Fly.io")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no library asks for: QtKeychain finds the secret service's library at run time, browsers are found by xdg-utils.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libsecret-1-0, libqt6svg6, xdg-utils")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "default-dbus-session-bus | dbus-session-bus, gnome-keyring | kwalletmanager, qt6-translations-l10n, qt6-wayland, fonts-inter")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "bash-completion")
set(description
"Creates editors (code-server) in the cloud, each on a Fly.io machine of its
own, shows what all of them are doing, opens one logged in, puts it to sleep,
says what it costs, and deletes it with nothing left billing.

The package holds a window with a tray (remote-swarm), a command line for
shells and CI (swarmctl), and a simulator of Fly.io (flysim) on which all of
it can be tried without an account.")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION ${description})

set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_DESCRIPTION ${description})
set(CPACK_RPM_PACKAGE_LICENSE "GPL-3.0-or-later")
set(CPACK_RPM_PACKAGE_GROUP "Development/Tools")
set(CPACK_RPM_PACKAGE_REQUIRES "libsecret, qt6-qtsvg, xdg-utils")
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
    /usr/share/applications /usr/share/metainfo /usr/share/icons /usr/share/icons/hicolor
    /usr/share/icons/hicolor/scalable /usr/share/icons/hicolor/scalable/apps /usr/share/man /usr/share/man/man1
    /usr/lib/systemd /usr/lib/systemd/user /usr/share/bash-completion /usr/share/bash-completion/completions
    /usr/share/zsh /usr/share/zsh/site-functions /usr/share/zsh/vendor-completions /usr/share/fish
    /usr/share/fish/vendor_completions.d /usr/share/doc)

set(CPACK_NSIS_DISPLAY_NAME "Remote Swarm")
set(CPACK_NSIS_CONTACT ${CPACK_PACKAGE_CONTACT})
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_PACKAGE_EXECUTABLES remote-swarm "Remote Swarm")
set(CPACK_BUNDLE_NAME "Remote Swarm")

if(APPLE)
    set(CPACK_GENERATOR DragNDrop)
elseif(WIN32)
    set(CPACK_GENERATOR NSIS)
elseif(NOT CPACK_GENERATOR)
    set(CPACK_GENERATOR DEB)
endif()
include(CPack)
