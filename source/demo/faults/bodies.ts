/** What may come instead of an answer; all of it with status 200, as from a proxy that knows no better. */
export const bodies: Readonly<
	Record<string, {readonly body: string | Uint8Array; readonly contentType?: string}>
> = {
	html: {
		body: '<html><head><title>Welcome</title></head><body>It works</body></html>\n',
		contentType: 'text/html; charset=utf-8',
	},
	empty: {body: ''},
	null: {body: 'null\n'},
	number: {body: '42\n'},
	text: {body: '"text"\n'},
	list: {body: '[null, 7, "x", {}, []]\n'},
	object: {body: '{"a": null}\n'},
	half: {body: '[{"Id": "3245fcfa33e5", "Names": ["/sh'},
	binary: {
		body: Uint8Array.of(0, 1, 2, 27, 128, 255, 254, 10, 0, 200),
		contentType: 'application/octet-stream',
	},
};
