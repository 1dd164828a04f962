import 'server-only';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import { storageErrorCode } from './db';

/** A fault of the secret's file or of the database, with its code only: paths stay in the log of the machine. */
export class StorageFault extends Error {
  override readonly name = 'StorageFault';
}

/** The short code of a fault of storage (`SQLITE_BUSY`, `ENOENT`, `P1008`), or undefined for any other error. */
export function storageFaultOf(error: unknown): string | undefined {
  if (error instanceof StorageFault) return error.message;
  if (error instanceof DriverAdapterError) return error.cause.originalCode ?? error.cause.kind;
  const code = storageErrorCode(error);
  if (code !== undefined) return code;
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return 'syscall' in error || error.code.startsWith('SQLITE_') ? error.code : undefined;
}
