#!/bin/sh
# Makes the recordings of this folder: a training clip and two test clips of five voices, and two test clips of a sixth.
# Needs espeak-ng, flite and sox (Debian packages of these names): run `./make-voices.sh`.
set -eu
cd "$(dirname "$0")"
scratch=$(mktemp -d)
trap 'rm -r "$scratch"' EXIT

train='When the rain stops, the valley smells of wet grass and warm stone, and nobody hurries back inside.'
test_1='Please keep my place in the queue for a moment.'
test_2='The blue boat leaves at noon on Sunday.'

# speak NAME CLIP TEXT: one WAV of 8 kHz, 16 bits, mono, without the silence at both ends, its peak at -3 dB.
speak() {
  case $1 in
    alan) flite -voice awb -t "$3" -o "$scratch/raw.wav" ;;
    robert) flite -voice rms --setf duration_stretch=0.85 -t "$3" -o "$scratch/raw.wav" ;;
    sally) flite -voice slt -t "$3" -o "$scratch/raw.wav" ;;
    karl) flite -voice kal16 -t "$3" -o "$scratch/raw.wav" ;;
    fay) espeak-ng -v en-us+f2 -w "$scratch/raw.wav" "$3" ;;
    flora) espeak-ng -v en-us+f5 -w "$scratch/raw.wav" "$3" ;;
  esac
  sox -D -V1 "$scratch/raw.wav" -r 8000 -b 16 -c 1 "$1-$2.wav" \
    silence 1 0.02 0.5% reverse silence 1 0.02 0.5% reverse gain -n -3
}

for name in alan robert sally fay flora; do speak "$name" train "$train"; done
for name in alan robert sally fay flora karl; do
  speak "$name" test-1 "$test_1"
  speak "$name" test-2 "$test_2"
done
