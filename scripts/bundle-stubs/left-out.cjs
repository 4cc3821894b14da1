// Stands in for libraries that dockerode loads for features dockmon never uses: ssh2 (dockmon
// tunnels through the system's own ssh), gRPC with protobuf (BuildKit sessions) and tar-fs with its
// ignored files (building an image of a folder). Loading it costs nothing; using it fails with a sentence
// instead of something undefined.
const fail = () => {
	throw new Error('This feature of dockerode is left out of the bundle of dockmon.');
};

// Not an arrow function, which could not be called with `new`.
const leftOut = new Proxy(function leftOut() {}, {
	get: (_target, name) => (typeof name === 'string' && name !== '__esModule' ? leftOut : undefined),
	apply: fail,
	construct: fail,
});

module.exports = leftOut;
