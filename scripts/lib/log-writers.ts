/** Shell scripts for containers that write numbered lines. */

/** Without the newline. */
const lineLength = 80;

const filler = 'the quick brown fox jumps over the lazy dog and then over it once more'.repeat(2);

/** Pads what awk has in `head` to the length of a line. */
const padded = `head substr("${filler}", 1, ${lineLength} - length(head))`;

/** What the number on the screen looks like. */
export const lineMark = (number: number): string => `line ${String(number).padStart(7, '0')}`;

const numberedLines = (count: number): string =>
	`awk 'BEGIN {for (i = 1; i <= ${count}; i++) {head = sprintf("line %07d ", i); print ${padded}}}'`;

/** Until the signal `USR1`. */
const waitForSignal = 'trap : USR1; sleep 1000000 & wait';

const stay = 'exec sleep 1000000';

/** Writes nothing. */
export const quietScript = stay;

/** Writes its lines as fast as it can, at once. */
export const backlogScript = (count: number): string => `${numberedLines(count)}; ${stay}`;

/** Writes its lines as fast as it can, when told to by the signal `USR1`. */
export const burstScript = (count: number): string =>
	`${waitForSignal}; ${numberedLines(count)}; ${stay}`;

/**
 * Holds a rate, where the engine takes it: lines with the uptime of the machine, of which both sides
 * know. At most 20 ms are written with one uptime, so that it is true when the engine blocks. The last
 * line says so and bears the number of all.
 */
export const floodScript = (linesPerSecond: number, seconds: number): string => {
	const most = Math.ceil(linesPerSecond / 50);
	const program = `
function uptime(  text, parts) {getline text < "/proc/uptime"; close("/proc/uptime"); split(text, parts, " "); return parts[1]}
BEGIN {
	start = uptime()
	while ((now = uptime()) - start < ${seconds}) {
		due = int((now - start) * ${linesPerSecond})
		if (due - n > ${most}) due = n + ${most}
		if (due <= n) {fflush(); system("usleep 5000"); continue}
		while (n < due) {head = sprintf("line %07d at %s ", ++n, now); print ${padded}}
	}
	head = sprintf("line %07d at %s ended ", ++n, now); print ${padded}
}`;
	return `${waitForSignal}; awk '${program}'; ${stay}`;
};
