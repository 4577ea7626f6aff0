# The portal and the receipt. The file proof.json may also come from the page that checks receipts.
site=https://portal.example
receipt=0000-0000-0000-0000-0000-0000-0000
curl -fsS "$site/api/v1/log/proof?receipt=$receipt" -o proof.json
curl -fsS "$site/api/v1/log/key" -o key.pem

sha256() { openssl dgst -sha256 -binary; }
decode() { printf '%s' "$1" | openssl base64 -d -A; }
tr '{}[],' '\n\n\n\n\n' < proof.json | tr -d '"' > lines
field() { sed -n "s/^$1://p" lines; }

# 1. The portal has signed its log: its size, and one hash that stands for all of its entries.
decode "$(field checkpoint)" > checkpoint
decode "$(field signature)" > signature
openssl dgst -sha256 -verify key.pem -signature signature checkpoint
size=$(sed -n 2p checkpoint)
root=$(sed -n 3p checkpoint)

# 2. From each event of the receipt a path of hashes leads to that one hash.
check() {
  if [ "$hash" = "$root" ]; then echo "Entry $index is in the log: $(cat event)"; else echo "Entry $index is NOT in the log"; fi
}
while IFS=: read -r name value; do
  case $name in
    event) decode "$value" > event ;;
    salt) decode "$value" | cat - event > opening
      hash=$({ printf '\000'; sha256 < opening; } | sha256 | openssl base64 -A) ;;
    leafIndex) index=$value number=$value last=$((size - 1)) ;;
    path) [ "$last" -gt 0 ] || check ;;
    ????????????????????????????????????????????)
      if [ $((number % 2)) = 1 ] || [ "$number" = "$last" ]; then
        hash=$({ printf '\001'; decode "$name"; decode "$hash"; } | sha256 | openssl base64 -A)
        while [ $((number % 2)) = 0 ] && [ "$number" != 0 ]; do number=$((number / 2)) last=$((last / 2)); done
      else
        hash=$({ printf '\001'; decode "$hash"; decode "$name"; } | sha256 | openssl base64 -A)
      fi
      number=$((number / 2)) last=$((last / 2))
      [ "$last" -gt 0 ] || check ;;
  esac
done < lines
