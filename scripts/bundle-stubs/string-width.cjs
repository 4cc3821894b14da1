// Stands in for string-width, which it loads when it is needed. What Ink measures in dockmon is nearly
// always ASCII and lines, and to prepare for everything else takes a good part of the start.
const oneCellEach = /^[\u0020-\u007e\u2500-\u259f\u2800-\u28ff]*$/;

module.exports = (text, options) =>
	typeof text === 'string' && oneCellEach.test(text)
		? text.length
		: require('../../node_modules/string-width/index.js').default(text, options);
