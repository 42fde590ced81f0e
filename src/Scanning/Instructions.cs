using System.Reflection.Metadata;

namespace Scanning;

/// <summary>One instruction of a body.</summary>
/// <param name="Token">The metadata token it takes, or 0.</param>
internal readonly record struct Instruction(ILOpCode Code, int Token);

/// <summary>Reads the instructions of a body (ECMA-335, III) one after the other.</summary>
internal static class Instructions
{
    /// <exception cref="BadImageFormatException">A byte begins no instruction, or the body ends within one.</exception>
    public static IEnumerable<Instruction> Of(BlobReader body)
    {
        while (body.RemainingBytes > 0)
        {
            var first = body.ReadByte();
            var code = (ILOpCode)(first == 0xFE ? 0xFE00 | body.ReadByte() : first);
            if (TakesToken(code))
            {
                yield return new(code, body.ReadInt32());
                continue;
            }

            Skip(ref body, code == ILOpCode.Switch ? 4L * body.ReadUInt32() : OperandSize(code));
            yield return new(code, 0);
        }
    }

    private static void Skip(ref BlobReader body, long count)
    {
        if (count > body.RemainingBytes) throw new BadImageFormatException("a method in it ends within an instruction");
        body.Offset += (int)count;
    }

    private static bool TakesToken(ILOpCode code) => code is
        ILOpCode.Jmp or ILOpCode.Call or ILOpCode.Calli or ILOpCode.Callvirt or ILOpCode.Newobj or ILOpCode.Ldftn or ILOpCode.Ldvirtftn
        or ILOpCode.Cpobj or ILOpCode.Ldobj or ILOpCode.Stobj or ILOpCode.Castclass or ILOpCode.Isinst or ILOpCode.Unbox or ILOpCode.Unbox_any
        or ILOpCode.Ldfld or ILOpCode.Ldflda or ILOpCode.Stfld or ILOpCode.Ldsfld or ILOpCode.Ldsflda or ILOpCode.Stsfld
        or ILOpCode.Box or ILOpCode.Newarr or ILOpCode.Ldelema or ILOpCode.Ldelem or ILOpCode.Stelem or ILOpCode.Refanyval or ILOpCode.Mkrefany
        or ILOpCode.Ldtoken or ILOpCode.Initobj or ILOpCode.Constrained or ILOpCode.Sizeof or ILOpCode.Ldstr;

    private static int OperandSize(ILOpCode code) => code switch
    {
        ILOpCode.Ldarg_s or ILOpCode.Ldarga_s or ILOpCode.Starg_s or ILOpCode.Ldloc_s or ILOpCode.Ldloca_s or ILOpCode.Stloc_s
            or ILOpCode.Ldc_i4_s or ILOpCode.Unaligned => 1,
        >= ILOpCode.Br_s and <= ILOpCode.Blt_un_s or ILOpCode.Leave_s => 1,
        (ILOpCode)0xFE19 => 1,
        ILOpCode.Ldarg or ILOpCode.Ldarga or ILOpCode.Starg or ILOpCode.Ldloc or ILOpCode.Ldloca or ILOpCode.Stloc => 2,
        ILOpCode.Ldc_i4 or ILOpCode.Ldc_r4 or ILOpCode.Leave => 4,
        >= ILOpCode.Br and <= ILOpCode.Blt_un => 4,
        ILOpCode.Ldc_i8 or ILOpCode.Ldc_r8 => 8,
        _ => 0,
    };
}
