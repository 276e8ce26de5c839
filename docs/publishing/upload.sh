#!/usr/bin/env bash
# Builds the catalogue and copies it to a server: with rsync over ssh where there is a shell, else by FTP with lftp.
#
#   upload.sh rsync USER@HOST:/var/www/ocop
#   upload.sh ftp   ftp://USER@HOST/htdocs
#
# What is no longer there goes last, so that a visitor in the middle of a page never misses a part of it.
# lftp asks for the password, or reads it from ~/.netrc.
set -euo pipefail

[ $# -eq 2 ] || { sed -n 's/^# \{0,1\}//; 2,8p' "$0" >&2; exit 2; }
ocop build --output public

case $1 in
  rsync) rsync -rlt --delete-after --delay-updates public/ "$2/" ;;
  ftp) lftp -e 'set cmd:fail-exit yes; mirror --reverse --parallel=4 public .; mirror --reverse --delete --parallel=4 public .; bye' "$2" ;;
  *) echo "upload.sh: \"$1\" is neither rsync nor ftp" >&2; exit 2 ;;
esac
