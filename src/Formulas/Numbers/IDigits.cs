namespace Formulas.Numbers;

/// <summary>How many binary digits balls keep.</summary>
public interface IDigits
{
    static abstract int Count { get; }
}

/// <summary>77 decimal digits: enough to tell apart nearly all that people write.</summary>
public readonly record struct UsualDigits : IDigits
{
    public static int Count => 256;
}

/// <summary>1,233 decimal digits, for the difference between ln(1 + exp(800)) and 800.</summary>
public readonly record struct FarDigits : IDigits
{
    public static int Count => 4096;
}
