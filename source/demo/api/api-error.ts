/** Becomes an answer `{"message": ...}` with the status. */
export class ApiError extends Error {
	readonly status: number;

	constructor(status: number, message: string) {
		super(message);
		this.status = status;
	}
}

export const noSuchContainer = (reference: string): ApiError =>
	new ApiError(404, `No such container: ${reference}`);
