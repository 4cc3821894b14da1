/** A frame of Docker's multiplexed stream. Types: 0 stdin, 1 stdout, 2 stderr, 3 the daemon itself. */
export const frame = (type: number, payload: string | Uint8Array): Buffer => {
	const bytes = Buffer.from(payload);
	const header = Buffer.alloc(8);
	header[0] = type;
	header.writeUInt32BE(bytes.length, 4);
	return Buffer.concat([header, bytes]);
};

/** Cuts bytes at offsets, which need be neither in order nor within. */
export const splitAt = (bytes: Uint8Array, offsets: readonly number[]): Uint8Array[] => {
	const inside = offsets.filter(offset => offset <= bytes.length).sort((a, b) => a - b);
	const starts = [0, ...inside];
	return starts.map((start, index) => bytes.subarray(start, starts[index + 1] ?? bytes.length));
};
