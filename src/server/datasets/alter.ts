import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import type { Tx } from '../../store/types.ts'
export async function alterDataset(_tx: Tx, _d: DatasetDocument, _p: DatasetDocument): Promise<void> {}
