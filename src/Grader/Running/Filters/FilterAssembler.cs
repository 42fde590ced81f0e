using System.Buffers.Binary;

namespace Grader.Running.Filters;

/// <summary>
/// Writes a classic BPF program for the kernel's seccomp: instructions of eight bytes, which look at one system call's number,
/// architecture and six arguments, and return what is to become of it. Jumps go forward to labels.
/// </summary>
internal sealed class FilterAssembler
{
    public const int InstructionBytes = 8;

    // struct seccomp_data: int nr; __u32 arch; __u64 instruction_pointer; __u64 args[6]. Little-endian.
    public const uint NumberOffset = 0;
    public const uint ArchitectureOffset = 4;

    public const ushort LoadWord = 0x20;
    public const ushort JumpIfEqual = 0x15;
    public const ushort JumpIfAtLeast = 0x35;
    public const ushort JumpIfAnyBit = 0x45;
    public const ushort And = 0x54;
    public const ushort ReturnConstant = 0x06;

    private readonly List<Instruction> instructions = [];
    private readonly List<int> positions = [];

    public static uint LowWordOf(int argument) => 16 + (8 * (uint)argument);

    public static uint HighWordOf(int argument) => LowWordOf(argument) + 4;

    /// <summary>A place to jump to, to be set by <see cref="Mark"/>.</summary>
    public Label NewLabel()
    {
        positions.Add(-1);
        return new Label(positions.Count - 1);
    }

    public void Mark(Label label) => positions[label.Index] = instructions.Count;

    public void Load(uint offset) => Add(LoadWord, offset, null, null);

    public void Mask(uint bits) => Add(And, bits, null, null);

    public void Return(Verdict verdict) => Add(ReturnConstant, verdict.Value, null, null);

    /// <summary>Goes on with the next instruction where a label is null.</summary>
    public void Jump(ushort condition, uint value, Label? whenTrue, Label? whenFalse) => Add(condition, value, whenTrue, whenFalse);

    /// <summary>The program as the kernel reads it.</summary>
    /// <exception cref="InvalidOperationException">A label is not marked, lies behind, or lies more than 255 instructions ahead.</exception>
    public byte[] Assemble()
    {
        var bytes = new byte[instructions.Count * InstructionBytes];
        for (var index = 0; index < instructions.Count; index++)
        {
            var (code, value, whenTrue, whenFalse) = instructions[index];
            var target = bytes.AsSpan(index * InstructionBytes);
            BinaryPrimitives.WriteUInt16LittleEndian(target, code);
            target[2] = Distance(index, whenTrue);
            target[3] = Distance(index, whenFalse);
            BinaryPrimitives.WriteUInt32LittleEndian(target[4..], value);
        }

        return bytes;
    }

    private void Add(ushort code, uint value, Label? whenTrue, Label? whenFalse) =>
        instructions.Add(new Instruction(code, value, whenTrue, whenFalse));

    private byte Distance(int from, Label? label)
    {
        if (label is null) return 0;
        var distance = positions[label.Index] - from - 1;
        return distance is >= 0 and <= byte.MaxValue
            ? (byte)distance
            : throw new InvalidOperationException($"The jump at {from} goes {distance} instructions ahead.");
    }

    internal sealed record Label(int Index);

    private sealed record Instruction(ushort Code, uint Value, Label? WhenTrue, Label? WhenFalse);
}
