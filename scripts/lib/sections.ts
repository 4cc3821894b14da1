/** The text with what stands between `<!-- name -->` and `<!-- /name -->` replaced; fails when a marker is missing. */
export const fillSection = (text: string, name: string, content: string): string => {
	const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
	const from = text.indexOf(start);
	const to = text.indexOf(end);
	if (from === -1 || to < from) throw new Error(`the document lacks ${start} or ${end}`);
	return `${text.slice(0, from)}${start}\n${content}\n${text.slice(to)}`;
};
