const minute = 60_000;
const hour = 60 * minute;

/** How far back a log can be asked for. `millis` undefined: its last lines; infinite: all that is kept. */
export const reaches = [
	{name: 'last lines', millis: undefined},
	{name: '1m', millis: minute},
	{name: '5m', millis: 5 * minute},
	{name: '15m', millis: 15 * minute},
	{name: '1h', millis: hour},
	{name: '6h', millis: 6 * hour},
	{name: '24h', millis: 24 * hour},
	{name: 'all', millis: Number.POSITIVE_INFINITY},
] as const;

/** `15m`, `all` */
export const reachName = (millis: number | undefined): string =>
	reaches.find(reach => reach.millis === millis)?.name ?? `${Math.round((millis ?? 0) / minute)}m`;
