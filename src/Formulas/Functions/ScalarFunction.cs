namespace Formulas.Functions;

/// <summary>One row of the table of scalar functions.</summary>
/// <param name="Name">The canonical name, as in <see cref="FunctionSignature"/>.</param>
/// <param name="Derivative">Written in the same numbers, so that it can be differentiated again.</param>
/// <param name="Domain">Where the function has a value.</param>
public sealed record ScalarFunction<T>(string Name, Func<T, T> Value, Func<T, T> Derivative, FunctionDomain Domain);

/// <summary>Where a scalar function of a real number has a value.</summary>
public enum FunctionDomain
{
    Everywhere,

    /// <summary>ln: x &gt; 0.</summary>
    Positive,

    /// <summary>sqrt: x >= 0.</summary>
    NotNegative,

    /// <summary>asin, acos: from -1 to 1.</summary>
    UnitInterval,

    /// <summary>atanh: between -1 and 1.</summary>
    OpenUnitInterval,

    /// <summary>acosh: x >= 1.</summary>
    AtLeastOne,

    /// <summary>csc, cot: x other than 0 (the other poles are no doubles).</summary>
    NotZero,
}
