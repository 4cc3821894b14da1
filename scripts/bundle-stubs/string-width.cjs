// Stands in for string-width, which it loads when it is needed. What Ink measures in dockmon is nearly
// always ASCII, and to prepare for everything else takes a good part of the start.
const printableAscii = /^[\u0020-\u007e]*$/;

module.exports = (text, options) =>
	typeof text === 'string' && printableAscii.test(text)
		? text.length
		: require('../../node_modules/string-width/index.js').default(text, options);
