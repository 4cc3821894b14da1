/** A socket of TCP over which data may pass, or which waits for those who connect. */
export interface TcpSocket {
	readonly isListening: boolean;
	readonly localAddress: string;
	readonly localPort: number;
	readonly peerAddress: string;
	readonly peerPort: number;
}

/** The two that count, of `enum` in the kernel's `include/net/tcp_states.h`. */
const established = '01';
const listening = '0A';

/**
 * Reads `/proc/PID/net/tcp` and `/proc/PID/net/tcp6` (Documentation/networking/proc_net_tcp): a line for
 * each socket, with `local_address rem_address st` in hexadecimal digits. An address is one word of 32
 * bits, or four, each in the byte order of the machine; a port is a plain number. Lines that are none
 * are left out.
 */
export const parseTcpTable = (text: string, byteOrder: 'LE' | 'BE'): readonly TcpSocket[] => {
	const sockets: TcpSocket[] = [];
	for (const line of text.split('\n')) {
		const [, local = '', localPort = '', peer = '', peerPort = '', state = ''] =
			socketLine.exec(line) ?? [];
		if (state !== established && state !== listening) continue;
		sockets.push({
			isListening: state === listening,
			localAddress: addressOf(local, byteOrder),
			localPort: Number.parseInt(localPort, 16),
			peerAddress: addressOf(peer, byteOrder),
			peerPort: Number.parseInt(peerPort, 16),
		});
	}
	return sockets;
};

const address = '((?:[0-9A-F]{8}){1,4}):([0-9A-F]{4})';
const socketLine = new RegExp(`^\\s*\\d+: ${address} ${address} ([0-9A-F]{2}) `);

/** As people write it; one of version 4 that came over a socket of version 6 is one of version 4. */
const addressOf = (digits: string, byteOrder: 'LE' | 'BE'): string => {
	const bytes = (digits.match(/.{8}/g) ?? []).flatMap(word => {
		const inOrder = (word.match(/../g) ?? []).map(byte => Number.parseInt(byte, 16));
		return byteOrder === 'LE' ? inOrder.toReversed() : inOrder;
	});
	if (bytes.length === 4) return bytes.join('.');
	const isMapped = bytes.slice(0, 10).every(byte => byte === 0) && bytes[10] === 255;
	if (isMapped && bytes[11] === 255) return bytes.slice(12).join('.');
	const groups = Array.from({length: 8}, (_, at) =>
		((bytes[2 * at] ?? 0) * 256 + (bytes[2 * at + 1] ?? 0)).toString(16),
	);
	return shortened(groups);
};

/** The longest run of zeros, of two at least, as `::` (RFC 5952). */
const shortened = (groups: readonly string[]): string => {
	let [start, length] = [-1, 1];
	for (let at = 0; at < groups.length; at++) {
		const end = groups.findIndex((group, index) => index >= at && group !== '0');
		const run = (end < 0 ? groups.length : end) - at;
		if (run > length) [start, length] = [at, run];
	}
	if (start < 0) return groups.join(':');
	return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
};
