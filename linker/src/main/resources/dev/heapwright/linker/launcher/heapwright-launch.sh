#!/bin/sh
# Starts a program whose malloc is that of @allocator@:
#
#     @script@ java -jar app.jar
#
# The library of @allocator@ is in a folder beside this script. It is verified, then preloaded. If that is not possible, the
# program is not started, and the exit status is 78. Made by the goal launcher of Heapwright.

set -u

refuse() {
    printf '%s\n' "@problem@" >&2
    exit 78
}

if [ $# -eq 0 ]; then
    echo 'usage: @script@ <program> [<argument>...]' >&2
    exit 64
fi

machine=$(uname -m)
case $machine in
@processors@
    *)
        refuse "there is no library of @allocator@ for the processor $machine here" \
            'make the launcher with the libraries for that processor'
        ;;
esac

# Links to this script may be anywhere.
script=$(readlink -f -- "$0") || refuse "the folder of $0 cannot be found" 'install readlink'
library=${script%/*}/$platform/@library@

[ -r "$library" ] ||
    refuse "$library is missing, or cannot be read" 'copy the whole folder of the launcher'
actual=$(sha256sum <"$library") ||
    refuse "$library cannot be verified" 'install sha256sum'
[ "${actual%% *}" = "$sha256" ] ||
    refuse "$library is not the library that this launcher was made with" 'copy the whole folder of the launcher'

case $library in
    *[:\;\$]*)
        refuse "$library has a colon, a semicolon or a dollar sign in its path" 'move the folder of the launcher'
        ;;
    *' '*)
        # A space ends a name in LD_PRELOAD, but not in LD_LIBRARY_PATH.
        LD_LIBRARY_PATH=${library%/*}${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
        export LD_LIBRARY_PATH
        preload=@library@
        ;;
    *)
        preload=$library
        ;;
esac
# The first one that has a malloc answers to it.
LD_PRELOAD=$preload${LD_PRELOAD:+:$LD_PRELOAD}
export LD_PRELOAD

# The dynamic linker starts programs without what it cannot preload: with another C library, or from a file system without
# permission to execute. So this looks for the library in a process that was started with it.
grep -qF "/@library@" /proc/self/maps ||
    refuse "$library cannot be preloaded here: it is for Linux with glibc" \
        'start the program on a system with glibc, or build it with process set to none'

exec "$@"
