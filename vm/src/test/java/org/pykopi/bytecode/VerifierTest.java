package org.pykopi.bytecode;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifierTest {
  private static CodeObject code(String hex) {
    ConstantPool pool = new ConstantPool(new String[] {"a.py", "f"}, new Object[] {1.5});
    Signature signature = new Signature(6, 1, 0, 1, 0, 0);
    Prelude prelude =
        new Prelude(signature, new int[] {1, 0}, new LineTable(new byte[0]), new int[] {1});
    byte[] bytecode = HexFormat.of().parseHex(hex);
    return new CodeObject(pool, prelude, bytecode, new CodeObject[0], CodeObject.Emitter.BYTECODE);
  }

  @ParameterizedTest
  @CsvSource({
    "5163", // return None
    "b063", // return an argument
    "51444251635163", // a jump
    "480451594a04594a015d5163", // an except block
    "b05f4b0359423b5163", // a for loop
    "250163", // a cell
    "2b00512f0463", // an item of a list comprehension
    "b010015134820063", // a call with a keyword
    "490151515951595d5163", // a finally block
  })
  void good(String hex) {
    assertThatCode(() -> Verifier.verify(code(hex))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "51, end of code",
    "5963, stack",
    "63, stack",
    "5151515151515163, stack",
    "427f, jump",
    "43405163, stack",
    "2300, end of code",
    "2301, index",
    "1002, index",
    "3200, index",
    "2407, index",
    "2500, cell",
    "51c1, store to a cell",
    "5d, no block",
    "515d, no block",
    "51514a005163, no block",
    "480448015151515163, nesting",
    "44415110, no instruction",
    "51444110005163, jump",
    "00, no instruction",
    "5110, no instruction",
    "2e04, slice",
    "5363, operand", // returns null
    "5151516263, operand", // stores an item in None
    "2c00512f0463, operand", // appends to a dict
    "535353534b015163, operand", // goes on with null
    "b051513482006363, operand", // a keyword that is no str
    "49015159b05d5163, operand", // ends finally with any value
    "b049015959515d5163, stack", // takes what lies below the block
    "48024241595163, no block", // jumps from the body behind the handler
    "490151423d, jump out of a block",
    "516763, yield outside a generator",
  })
  void bad(String hex, String reason) {
    assertThatThrownBy(() -> Verifier.verify(code(hex)))
        .isInstanceOf(MpyFormatException.class)
        .hasMessageContaining(reason);
  }
}
