/** What the containers of a soak do: shell scripts for busybox. */

/** Lines are written in bursts, as programs do. */
const burstsPerSecond = 2;

/** An awk expression that prints a line; `n` is its number, `r` a random number below 1. */
const formats: readonly string[] = [
	`printf "line %07d cpu %.1f %% mem %d MB queue %d\\n", n, r * 100, 80 + r * 40, r * 9`,
	`printf "{\\"level\\":\\"%s\\",\\"msg\\":\\"request done\\",\\"path\\":\\"/orders/%d\\",\\"status\\":%d,\\"took_ms\\":%.1f}\\n", r < .1 ? "error" : "info", n, r < .1 ? 500 : 200, r * 300`,
	`printf "level=%s msg=\\"pool %d%% used\\" used=%d max=20 n=%d\\n", r < .2 ? "warn" : "info", r * 100, r * 20, n`,
	`printf "203.0.113.%d - - \\"GET /cart/%d HTTP/1.1\\" %d %d\\n", r * 255, n, r < .05 ? 502 : 200, r * 9000`,
	`if (r < .1) printf "Traceback (most recent call last):\\n  File \\"/app/orders.py\\", line %d, in handle\\n    charge(order)\\nTimeoutError: no answer within %d ms\\n", r * 900, n > "/dev/stderr"; else printf "INFO worker took job %d of %d\\n", n, n + r * 50`,
];

/** A numbered line, so that one can see whether the log goes on. */
export const anchorLine = /\bline (\d{7})\b/gu;

/** Writes so many lines a second, for ever. */
export const writer = (linesPerSecond: number, index: number): string => {
	const perBurst = linesPerSecond / burstsPerSecond;
	const pause = Math.round(1e6 / burstsPerSecond);
	return `exec awk 'BEGIN {
		srand(${index + 1})
		for (due = 0; ; due += ${perBurst}) {
			while (n < due) {n++; r = rand(); ${formats[index % formats.length]}}
			fflush()
			system("usleep ${pause}")
		}
	}'`;
};

/** Burns some 50 ms of CPU, rests for a second, and so on: its figures never stand still. */
export const burner = `while :; do i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done; sleep 1; done`;
