using Formulas.Expressions;

namespace Formulas.Tests.Specs;

/// <summary>A prose file of tests/Specs: its scope and its cases.</summary>
public sealed class Specification
{
    private const string Accepted = " => ";
    private const string Refused = " =!> ";

    private readonly ScopeText scope = new();
    private readonly List<SpecificationCase> cases = [];

    private Specification()
    {
    }

    public Scope Scope => scope.ToScope();

    public IReadOnlyList<SpecificationCase> Cases => cases;

    public static Specification Read(string path)
    {
        var specification = new Specification();
        var block = "";
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.StartsWith("```", StringComparison.Ordinal)) block = block.Length == 0 ? line[3..] : "";
            else if (block == "scope") specification.scope.Add(line);
            else if (block == "formula") specification.cases.Add(ReadCase(Path.GetFileName(path), number, line));
        }

        return specification;
    }

    private static SpecificationCase ReadCase(string file, int number, string line)
    {
        var isRefused = line.Contains(Refused, StringComparison.Ordinal);
        var sides = line.Split(isRefused ? Refused : Accepted);
        if (sides.Length != 2) throw new FormatException($"{file}:{number}: a case is INPUT => READING or INPUT =!> CODE");
        return new SpecificationCase(file, number, sides[0].Trim(), sides[1].Trim(), isRefused);
    }
}
