using System.Buffers.Binary;
using Grader.Running.Filters;

namespace Sandbox.Tests.Running.Filters;

/// <summary>Runs a filter as the kernel would, written from the manual of classic BPF and not from the assembler.</summary>
internal static class FilterMachine
{
    public static uint Run(byte[] program, uint architecture, uint number, params ulong[] arguments)
    {
        var data = new byte[64];
        BinaryPrimitives.WriteUInt32LittleEndian(data, number);
        BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(4), architecture);
        for (var index = 0; index < arguments.Length; index++)
            BinaryPrimitives.WriteUInt64LittleEndian(data.AsSpan(16 + (8 * index)), arguments[index]);

        uint accumulator = 0;
        for (var position = 0; ; position++)
        {
            var instruction = program.AsSpan(8 * position, 8);
            var code = BinaryPrimitives.ReadUInt16LittleEndian(instruction);
            var value = BinaryPrimitives.ReadUInt32LittleEndian(instruction[4..]);
            var (whenTrue, whenFalse) = (instruction[2], instruction[3]);
            switch (code)
            {
                case 0x20: // BPF_LD | BPF_W | BPF_ABS
                    Assert.That(value % 4, Is.Zero, "The kernel refuses loads that are not aligned.");
                    accumulator = BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan((int)value));
                    break;
                case 0x15: // BPF_JMP | BPF_JEQ | BPF_K
                    position += accumulator == value ? whenTrue : whenFalse;
                    break;
                case 0x35: // BPF_JMP | BPF_JGE | BPF_K
                    position += accumulator >= value ? whenTrue : whenFalse;
                    break;
                case 0x45: // BPF_JMP | BPF_JSET | BPF_K
                    position += (accumulator & value) != 0 ? whenTrue : whenFalse;
                    break;
                case 0x54: // BPF_ALU | BPF_AND | BPF_K
                    accumulator &= value;
                    break;
                case 0x06: // BPF_RET | BPF_K
                    return value;
                default:
                    throw new AssertionException($"There is no instruction {code:x}.");
            }
        }
    }
}
