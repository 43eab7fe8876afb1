#!/bin/sh
# The browser tests use Debian's Chromium. As root it is installed; otherwise this says the one command to type.
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the browser tests ..."
  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium) >/dev/null 2>&1 && exit 0
fi
echo "No Chromium here: the browser tests will be skipped. To run them: sudo apt-get install chromium"
[ -n "$CI" ] && exit 1
exit 0
