/**
 * Bytes into compiled Java and out of it: the JavaScript half of `org.pykopi.serial.wire.Exchange`.
 * Nothing else may call Java between the pieces, so all of it is one turn.
 */
import { EXCHANGE_SIZE } from './load.ts';

/** What each module exports for it. */
export interface ExchangeExports {
  addArgument(size: number): void;
  fillArgument(at: number, count: number): void;
  resultSize(): number;
  takeResult(at: number): void;
}

/** Adds an argument for the next call; `exchange` is the region that both sides see. */
export function passBytes(
  exports: ExchangeExports,
  exchange: () => Uint8Array,
  bytes: Uint8Array,
): void {
  exports.addArgument(bytes.length);
  for (let at = 0; at < bytes.length; at += EXCHANGE_SIZE) {
    const piece = bytes.subarray(at, at + EXCHANGE_SIZE);
    exchange().set(piece);
    exports.fillArgument(at, piece.length);
  }
}

/** The bytes that the latest call answered with. */
export function takeBytes(exports: ExchangeExports, exchange: () => Uint8Array): Uint8Array {
  const bytes = new Uint8Array(exports.resultSize());
  for (let at = 0; at < bytes.length; at += EXCHANGE_SIZE) {
    exports.takeResult(at);
    bytes.set(exchange().subarray(0, Math.min(EXCHANGE_SIZE, bytes.length - at)), at);
  }
  return bytes;
}
