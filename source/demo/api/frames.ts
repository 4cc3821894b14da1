/** The header of a frame of the multiplexed stream: type, three zeros, length. */
export const frame = (stream: 'stdout' | 'stderr', payload: string | Uint8Array): Buffer => {
	const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
	const framed = Buffer.alloc(8 + bytes.length);
	framed[0] = stream === 'stdout' ? 1 : 2;
	framed.writeUInt32BE(bytes.length, 4);
	framed.set(bytes, 8);
	return framed;
};

/** Engines before 1.42 name no type for logs. */
export const multiplexedType = 'application/vnd.docker.multiplexed-stream';
export const rawType = 'application/vnd.docker.raw-stream';
