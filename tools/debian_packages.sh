#!/bin/sh
# What the tests need of the system: a browser, LibreOffice and the PDF tools, as Debian packages.
set -eu
missing=""
need() {
    command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}
need chromium chromium
need soffice "libreoffice-writer-nogui libreoffice-calc-nogui"
need pdftoppm poppler-utils
# The driver of the browser is a program of its own, linked against this library.
/sbin/ldconfig -p | grep -q 'libatomic\.so\.1' || missing="$missing libatomic1"
if [ -z "$missing" ]; then
    exit 0
fi
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "测试还需要这些系统软件：$missing。请以管理员身份运行：apt-get install --no-install-recommends$missing" >&2
    exit 2
fi
echo "正在安装测试需要的系统软件：$missing ……"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2086  # a list of packages
apt-get install -y -qq --no-install-recommends $missing >/dev/null
