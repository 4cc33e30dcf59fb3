#!/bin/sh
# Make the environment: tools/set_up.sh VENV base|dev. Locked wheels only, nothing is compiled.
set -eu
venv=$1
what=$2
python=${PYTHON:-python3}

if ! command -v "$python" >/dev/null 2>&1; then
    echo "缺少 Python 3.11 或更新版本。请运行：apt-get install python3 python3-venv" >&2
    exit 2
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "需要 Python 3.11 或更新版本，现在是 $("$python" --version)。请安装后运行：make PYTHON=python3.11 demo" >&2
    exit 2
fi
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    echo "缺少 Python 的 venv 模块。请运行：apt-get install python3-venv" >&2
    exit 2
fi
if [ ! -x "$venv/bin/python" ]; then
    "$python" -m venv "$venv"
fi
echo "正在安装依赖（$what），首次约需半分钟到两分钟 ……"
if ! "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
    --only-binary :all: --require-hashes -r "requirements/$what.txt"; then
    echo "依赖没有装好，原因见上。请检查网络或软件源（pip config list）后重试；离线安装见 docs/operations.md。" >&2
    exit 2
fi
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
    --no-deps --no-build-isolation --editable .
touch "$venv/.$what"
if [ "$what" = dev ]; then
    touch "$venv/.base"
fi
