using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Newtonsoft.Json;

namespace Grader.SelfTest;

/// <summary>Where two ways were compared. Its inputs are written out only where somebody reads them: after a disagreement.</summary>
/// <param name="Inputs">Null where the name alone says what they are.</param>
internal sealed record Place(string Name, Assignment? Inputs)
{
    private const int LongestInputs = 300;

    public static implicit operator Place(string name) => new(name, null);

    public override string ToString()
    {
        if (Inputs is null) return Name;
        var names = Inputs.Values.Keys.Order(StringComparer.Ordinal).ToEquatableList();
        var written = string.Join(", ", ValueWriter.ToJson(Inputs, names).Properties().Select(input => $"{input.Name} = {input.Value.ToString(Formatting.None)}"));
        return written.Length == 0 ? Name : $"{Name} ({(written.Length <= LongestInputs ? written : $"{written[..LongestInputs]}...")})";
    }
}
