package org.pykopi.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pykopi.compiler.CompileOptions;
import org.pykopi.compiler.Compiler;
import org.pykopi.syntax.Parser;

class DisassemblerTest {
  @Test
  void listing() {
    String source =
        """
        def f(a, b=1.5):
            return a.c(b)[-100] if a else 'no'
        """;
    CodeObject code = Compiler.compile(Parser.parseFile(source), "a.py", CompileOptions.CROSS);
    assertThat(Disassembler.list(code))
        .isEqualTo(
            """
            File a.py, code block '<module>' (descriptor: 0, bytecode @0 14 bytes)
            Raw bytecode (code_info_size=3, bytecode_size=11):
             08 02 01 23 00 2a 01 53 33 00 16 02 51 63
            arg names:
            (N_STATE 2)
            (N_EXC_STACK 0)
              bc=0 line=1
            00 LOAD_CONST_OBJ 0=1.5
            02 BUILD_TUPLE 1
            04 LOAD_NULL
            05 MAKE_FUNCTION_DEFARGS 0=f
            07 STORE_NAME f
            09 LOAD_CONST_NONE
            10 RETURN_VALUE
            File a.py, code block 'f' (descriptor: 1, bytecode @14 24 bytes)
            Raw bytecode (code_info_size=7, bytecode_size=17):
             a2 01 08 02 05 06 20 b0 44 4b b0 14 03 b1 36 01
             22 ff 1c 55 63 10 04 63
            arg names: a b
            (N_STATE 5)
            (N_EXC_STACK 0)
              bc=0 line=1
              bc=0 line=2
            00 LOAD_FAST 0
            01 POP_JUMP_IF_FALSE 14
            03 LOAD_FAST 0
            04 LOAD_METHOD c
            06 LOAD_FAST 1
            07 CALL_METHOD n=1 nkw=0
            09 LOAD_CONST_SMALL_INT -100
            12 LOAD_SUBSCR
            13 RETURN_VALUE
            14 LOAD_CONST_STRING 'no'
            16 RETURN_VALUE
            """);
  }
}
