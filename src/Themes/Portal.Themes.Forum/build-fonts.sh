#!/usr/bin/env bash
# Makes the font files under wwwroot/fonts from the two npm packages named in package.json.
#
# The results are committed, so the portal builds and runs without npm. Run this again only after changing the letters,
# weights or package versions below. Needs: npm, and Debian's fonttools and python3-brotli.
#
# Why static cuts and four small files per cut, not one variable file: a first view then loads only the weights and the
# script it shows, and stays under 60 KB in every culture. Titles and bold share one cut drawn
# between the two sizes (optical size 28); text uses the cut drawn for its own size (18).
#   latin   letters, digits and punctuation of sq and en      latin-ext  what bs and sr-Latn add
#   cyr     Serbian, Montenegrin and Macedonian Cyrillic       core       digits and punctuation alone, so that a page in
#                                                                         Cyrillic need not load a Latin file for a comma
#   name    the letters of "Српски", which the language names show on every page in Latin letters
set -euo pipefail
cd "$(dirname "$0")"

npm ci --ignore-scripts --no-audit --no-fund
packages=node_modules/@fontsource-variable
out=wwwroot/fonts
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"

declare -A letters=(
  [core]='U+0020-0040,U+005B-005F,U+007B-007E,U+00A0,U+00A7,U+00AB,U+00AD,U+00B7,U+00BB,U+00D7,U+2009,U+2010-2015,U+2018-201E,U+2026,U+202F,U+20AC,U+2116,U+2190-2193,U+2212'
  [latin]='U+0020-007E,U+00A0,U+00A7,U+00A9,U+00AB,U+00AD,U+00B0,U+00B2,U+00B3,U+00B7,U+00BB,U+00BD,U+00C4,U+00C7,U+00C9,U+00CB,U+00D6,U+00D7,U+00DC,U+00DF,U+00E1,U+00E4,U+00E7-00E9,U+00EB,U+00ED,U+00F3,U+00F6,U+00FA,U+00FC,U+2009,U+2010-2015,U+2018-201E,U+2026,U+202F,U+2030,U+20AC,U+2116,U+2190-2193,U+2212'
  [latin-ext]='U+0106,U+0107,U+010C,U+010D,U+0110,U+0111,U+0160,U+0161,U+017D,U+017E,U+015A,U+015B,U+0179,U+017A'
  [name]='U+0421,U+0438,U+043A,U+043F,U+0440,U+0441'
  [cyr]='U+0300,U+0301,U+0304,U+030F,U+0311,U+0400,U+0402,U+0403,U+0405,U+0408-040D,U+040F,U+0410-0418,U+041A-0428,U+0430-0438,U+043A-0448,U+0450,U+0452,U+0453,U+0455,U+0458-045D,U+045F'
)

# cut NAME SOURCE-FAMILY SOURCE-STYLE SCRIPTS AXES...
cut() {
  local name=$1 family=$2 style=$3 scripts=$4 script source
  shift 4
  for script in $scripts; do
    case $script in core) source=latin ;; cyr | name) source=cyrillic ;; *) source=$script ;; esac
    fonttools varLib.instancer -q -o "$work/cut.ttf" "$packages/$family/files/$family-$source-$style.woff2" "$@"
    # locl turns on the Serbian forms of б (and of italic г д п т) by the page's lang. The name table keeps only
    # copyright and licence: the licence reserves the family name for the unmodified fonts.
    pyftsubset "$work/cut.ttf" --output-file="$out/$name-$script.woff2" --flavor=woff2 --unicodes="${letters[$script]}" \
      --layout-features=kern,liga,locl,ccmp,mark,mkmk,calt,tnum,lnum,onum,pnum,sups --name-IDs=0,13,14 --no-hinting
  done
}

all='core latin latin-ext cyr'
most='latin latin-ext cyr' # sans-400 needs no core: every page shows the language names in Latin letters
cut serif-400        source-serif-4 standard-normal "$all"  wght=400 opsz=18
cut serif-400-italic source-serif-4 standard-italic "$most" wght=400 opsz=18
cut serif-600        source-serif-4 standard-normal "$all"  wght=620 opsz=28
cut sans-400        source-sans-3  wght-normal     "$most name" wght=400
cut sans-600         source-sans-3  wght-normal     "$all"  wght=600

{
  echo 'Copyright 2014-2023 Adobe (http://www.adobe.com/), with Reserved Font Name "Source".'
  echo 'Subsets of Source Serif 4 and Source Sans 3, made by build-fonts.sh.'
  echo
  sed '/^Google Inc\.$/d' "$packages/source-serif-4/LICENSE"
} > "$out/OFL.txt"
ls -l "$out"
