using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking.Methods;

/// <summary>What a point is for.</summary>
internal enum PointPurpose
{
    Sample,

    /// <summary>Exactly where the right formula changes from one case to another.</summary>
    Turn,

    /// <summary>Hardly beside such a place.</summary>
    BesideTurn,
}

/// <summary>Inputs at which a method is called.</summary>
/// <param name="IsPublic">Whether the student may see them.</param>
internal sealed record MethodPoint(Assignment Inputs, PointPurpose Purpose, bool IsPublic)
{
    /// <summary>Up to here sums of products stay where no honest program overflows or cancels.</summary>
    private const double Calm = 4;

    /// <summary>Whether no real input is large.</summary>
    public bool IsCalm { get; } = Inputs.Values.Values.All(value => value switch
    {
        Value.Scalar scalar => Math.Abs(scalar.Number) <= Calm || scalar.Number == Math.Round(scalar.Number),
        Value.Vector vector => vector.Entries.All(entry => Math.Abs(entry) <= Calm),
        Value.Matrix matrix => matrix.Entries.All(entry => Math.Abs(entry) <= Calm),
        _ => true,
    });

    /// <summary>Whether all real inputs have so few binary digits that sums and products of them are not rounded.</summary>
    public bool IsExact { get; } = Inputs.Values.Values.All(value => value switch
    {
        Value.Scalar scalar => IsShort(scalar.Number),
        Value.Vector vector => vector.Entries.All(IsShort),
        Value.Matrix matrix => matrix.Entries.All(IsShort),
        _ => true,
    });

    public string Where => IsPublic ? "at the inputs shown" : "at inputs that are not shown";

    private static bool IsShort(double number) => Math.Abs(number) < 1024 && number * 1024 == Math.Round(number * 1024);
}

/// <summary>One method to be called at many points.</summary>
internal sealed record MethodQuestion(MethodContract Contract, EquatableList<MethodPoint> Points, bool IsRepeated);
