/** What a volume takes and who uses it. */
export interface VolumeUse {
	readonly name: string;
	/** Undefined where its driver cannot tell. */
	readonly bytes?: number;
	/** Containers, stopped ones too. */
	readonly users?: number;
}
