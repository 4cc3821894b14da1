/**
 * A clock that goes on from where it was when the one it is read from is put back. What an engine has begun ends after
 * so many seconds, whatever anybody does to the time of day; a world that waited until that time comes again
 * would stand still for as long.
 */
export const steadyClock = (now: () => number): (() => number) => {
	let latestMillis = now();
	let putBackMillis = 0;
	return () => {
		const millis = now();
		putBackMillis += Math.max(0, latestMillis - millis);
		latestMillis = millis;
		return millis + putBackMillis;
	};
};
