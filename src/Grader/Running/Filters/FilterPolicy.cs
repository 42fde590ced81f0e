using System.Diagnostics;

namespace Grader.Running.Filters;

/// <summary>What becomes of a system call whose guard holds, and of one whose guard does not.</summary>
internal sealed record FilterRule(SystemCall Call, Guard Guard, Verdict Met, Verdict Unmet);

/// <summary>
/// A whole filter: rules for single calls, and a verdict for all others. Calls of another architecture's numbering are killed:
/// their numbers mean other things.
/// </summary>
internal sealed record FilterPolicy(IReadOnlyList<FilterRule> Rules, Verdict Otherwise)
{
    public const uint Architecture = 0xC000_003E;

    /// <summary>Where the numbers of the x32 convention begin.</summary>
    public const uint ForeignNumbers = 0x4000_0000;

    /// <summary>The policy as the kernel reads it.</summary>
    public byte[] Compile()
    {
        var program = new FilterAssembler();
        Check(program, FilterAssembler.ArchitectureOffset, FilterAssembler.JumpIfEqual, Architecture, passes: true);
        Check(program, FilterAssembler.NumberOffset, FilterAssembler.JumpIfAtLeast, ForeignNumbers, passes: false);
        foreach (var rule in Rules)
        {
            var (next, unmet) = (program.NewLabel(), program.NewLabel());
            program.Load(FilterAssembler.NumberOffset);
            program.Jump(FilterAssembler.JumpIfEqual, (uint)rule.Call, null, next);
            Emit(program, rule.Guard, unmet);
            program.Return(rule.Met);
            program.Mark(unmet);
            if (rule.Guard is not Guard.Always) program.Return(rule.Unmet);
            program.Mark(next);
        }

        program.Return(Otherwise);
        return program.Assemble();
    }

    private static void Check(FilterAssembler program, uint offset, ushort condition, uint value, bool passes)
    {
        var (good, bad) = (program.NewLabel(), program.NewLabel());
        program.Load(offset);
        program.Jump(condition, value, passes ? good : bad, passes ? bad : good);
        program.Mark(bad);
        program.Return(Verdict.Kill);
        program.Mark(good);
    }

    /// <summary>Goes on behind itself where the guard holds, and to the label where it does not.</summary>
    private static void Emit(FilterAssembler program, Guard guard, FilterAssembler.Label unmet)
    {
        switch (guard)
        {
            case Guard.Always:
                break;
            case Guard.OneOf oneOf:
                var met = program.NewLabel();
                program.Load(FilterAssembler.LowWordOf(oneOf.Argument));
                foreach (var value in oneOf.Values[..^1]) program.Jump(FilterAssembler.JumpIfEqual, value, met, null);
                program.Jump(FilterAssembler.JumpIfEqual, oneOf.Values[^1], null, unmet);
                program.Mark(met);
                break;
            case Guard.NoBits noBits:
                program.Load(FilterAssembler.LowWordOf(noBits.Argument));
                program.Jump(FilterAssembler.JumpIfAnyBit, noBits.Bits, unmet, null);
                break;
            case Guard.AllBits allBits:
                program.Load(FilterAssembler.LowWordOf(allBits.Argument));
                program.Mask(allBits.Bits);
                program.Jump(FilterAssembler.JumpIfEqual, allBits.Bits, null, unmet);
                break;
            case Guard.IsZero isZero:
                program.Load(FilterAssembler.HighWordOf(isZero.Argument));
                program.Jump(FilterAssembler.JumpIfEqual, 0, null, unmet);
                program.Load(FilterAssembler.LowWordOf(isZero.Argument));
                program.Jump(FilterAssembler.JumpIfEqual, 0, null, unmet);
                break;
            case Guard.Below below:
                program.Load(FilterAssembler.HighWordOf(below.Argument));
                program.Jump(FilterAssembler.JumpIfEqual, 0, null, unmet);
                program.Load(FilterAssembler.LowWordOf(below.Argument));
                program.Jump(FilterAssembler.JumpIfAtLeast, below.Limit, unmet, null);
                break;
            case Guard.Both both:
                Emit(program, both.First, unmet);
                Emit(program, both.Second, unmet);
                break;
            case Guard.Either either:
                EmitEither(program, either, unmet);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void EmitEither(FilterAssembler program, Guard.Either either, FilterAssembler.Label unmet)
    {
        var (second, met) = (program.NewLabel(), program.NewLabel());
        Emit(program, either.First, second);
        // A jump that is always taken: classic BPF compares with what is loaded, and both ways lead on.
        program.Jump(FilterAssembler.JumpIfEqual, 0, met, met);
        program.Mark(second);
        Emit(program, either.Second, unmet);
        program.Mark(met);
    }
}
