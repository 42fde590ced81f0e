using Grader.Running;
using Protocol;

namespace Attacks.Tests;

/// <summary>An honest assembly with some of its bytes changed. The same number always makes the same mutant.</summary>
internal static class Mutants
{
    public static byte[] Made(int number)
    {
        var random = new SplitMix((ulong)number);
        var image = (byte[])Images.Honest.Clone();
        var changes = 1 + (int)(random.Next() % 8);
        for (var change = 0; change < changes; change++)
        {
            // Half of them in the last two thirds, where the metadata and the code lie: headers alone are soon refused.
            var start = random.Next() % 2 == 0 ? 0 : image.Length / 4;
            var place = start + (int)(random.Next() % (ulong)(image.Length - start));
            image[place] = (random.Next() % 4) switch
            {
                0 => (byte)(image[place] ^ (1 << (int)(random.Next() % 8))),
                1 => 0xFF,
                2 => 0,
                _ => (byte)random.Next(),
            };
        }

        return image;
    }

    /// <summary>Loads one and calls every method that it still has.</summary>
    /// <returns>A line on what came of it.</returns>
    public static string Tried(Box box, byte[] image)
    {
        var outcome = box.Load(image);
        if (outcome is not LoadOutcome.Loaded loaded) return Reason.Of(outcome);
        for (var method = 0; method < Math.Min(loaded.Methods.Count, 8) && box.IsUsable; method++)
        {
            Datum[] arguments = [.. loaded.Methods[method].Parameters.Select(parameter => parameter.Type switch
            {
                "double" => (Datum)new Datum.Number(0.5),
                "double[]" => new Datum.Vector([1, 2, 3]),
                "Func<double, double>" => new Datum.ScalarFunction(ActivationName.Tanh, 0),
                _ => new Datum.Null(),
            })];
            if (box.Call(method, arguments) is CallOutcome.Died died) return died.Cause.Sentence;
        }

        return Reason.Of(outcome);
    }

    /// <summary>The numbers from one to another, several at a time.</summary>
    /// <returns>How many came to which line, and the numbers of those without exactly one line.</returns>
    public static (IReadOnlyDictionary<string, int> Reasons, IReadOnlyList<int> Speechless) TriedAll(BoxFactory factory, int first, int count)
    {
        var lines = new string[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, index =>
        {
            using var box = factory.Take();
            lines[index] = Tried(box, Made(first + index));
        });
        return (
            lines.GroupBy(line => line.Length <= 60 ? line : line[..60]).OrderByDescending(group => group.Count()).ToDictionary(group => group.Key, group => group.Count()),
            [.. Enumerable.Range(0, count).Where(index => string.IsNullOrWhiteSpace(lines[index]) || lines[index].Contains('\n', StringComparison.Ordinal)).Select(index => first + index)]);
    }

    // Steele, Lea and Flood (2014): small, and the same everywhere.
    private sealed class SplitMix(ulong state)
    {
        private ulong state = state * 0x9E3779B97F4A7C15;

        public ulong Next()
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
