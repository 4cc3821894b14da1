/**
 * `endScript` does to the terminal of an exec what a terminal does that is closed: everything that runs on it is
 * told by SIGHUP, and who does not listen is killed. The engine offers no way to signal one process,
 * and the id it tells is the one on its machine, of no use inside.
 *
 * The marker in the environment finds the session; what belongs to that session, or to one that was begun
 * by it (`su -c`), is found by its number, so also what has become another user or cleaned its
 * environment. A daemon has parted from all of them, and stays. The numbers are learnt before anything
 * is signalled, because the terminal is taken away from a session whose first process ends.
 *
 * Words of the shell only: an image may have nothing else, not even `sleep`; it then waits by walking
 * about. Arguments: the marker, and any word to signal those that may be signalled when not all may.
 * Ends with 3 when nothing bears the marker, with 4 when not all may be signalled; nothing was done then.
 */
const finding = `
exec 2>/dev/null
cd /proc || exit 2
facts() {
	l=
	while IFS= read -r x; do l="$l$x "; done <"$1/stat" || return 1
	set -- \${l##*") "}
	state=$1 parent=$2 session=$4 tty=$5
	[ "$session" ]
}
marked() {
	while IFS= read -r x || [ "$x" ]; do
		case $x in *"$m"*) return 0;; esac
	done <"$1/environ"
	return 1
}
send() {
	left=1
	for p in [0-9]*; do
		facts "$p" || continue
		[ "$state" != Z ] || continue
		case $s in *" $session "*) left=0; [ -z "$1" ] || kill -s "$1" "$p" || denied=4;; esac
	done
	return $left
}
find() {
	for p in [0-9]*; do
		if facts "$p" && [ "$tty" != 0 ] && [ "$session" != 0 ] && marked "$p"; then s="$s$session "; fi
	done
	[ "$s" != ' ' ]
}
m=$1 s=' ' denied=
`;

const ending = `
all=' ' grows=1 n=0
while [ "$grows" ] && [ $n -lt 20 ]; do
	grows= n=$((n + 1))
	for p in [0-9]*; do
		facts "$p" || continue
		case $all$s in
			*" $p "*" $session "*) ;;
			*" $session "*) all="$all$p " grows=1;;
			*" $parent "*) if [ "$session" != 0 ]; then s="$s$session " grows=1; fi;;
		esac
	done
done
send 0
[ -z "$denied" ] || [ "$2" ] || exit 4
send HUP
send CONT
n=0
while [ $n -lt 400 ] && send ''; do
	if sleep 0.04; then n=$((n + 40)); else n=$((n + 10)); fi
done
send KILL
exit 0
`;

export const endScript = `${finding}
find || exit 3
${ending}`.trim();

/** What `watchScript` says of the sessions it has found, with their numbers, or when there are none. */
export const foundWord = 'found';
export const noneWord = 'none';
/** What it is told: the numbers that it said, to keep them; and that all is over. */
export const keepWord = 'keep';
export const farewell = 'farewell';

/**
 * Does the same when its input ends without a farewell, because whoever opened the session is gone. The
 * session is looked for at once, for a shell may yet become something that does not bear the marker;
 * beside the reading, for it may be over before it was found, and the numbers go round by dockmon, since
 * a shell can hear of no other way. Every other line is answered, so that no connection seems to be idle.
 */
export const watchScript = `${finding}
look() {
	n=0
	until find; do
		[ $n -lt 2000 ] || return 1
		if sleep 0.05; then n=$((n + 10)); else n=$((n + 4)); fi
	done
}
{ if look; then echo "${foundWord}$s"; else echo ${noneWord}; fi; } &
looking=$!
while read -r word numbers; do
	case $word in
		${farewell}) [ -z "$looking" ] || kill $looking; exit 0;;
		${keepWord}) s=" $numbers " looking=;;
		*) echo;;
	esac
done
[ -z "$looking" ] || kill $looking
[ "$s" != ' ' ] || look || exit 3
set -- "$m" forced
${ending}`.trim();
