//# MessageHangs | timeout | timeout
public sealed class Slow : Exception { public override string Message { get { for (; ; ) { } } } }
public static class Answers { public static double TotalDerivative(double[] f, double[] dg) => throw new Slow(); }

//# MessageOfMegabytes | crashed | crashed
public static class Answers { public static double TotalDerivative(double[] f, double[] dg) => throw new ArgumentException(new string('\u202e', 1_000_000) + "\n::error::"); }

//# MessageOfSurrogates | crashed | crashed
public static class Answers { public static double TotalDerivative(double[] f, double[] dg) => throw new ArgumentException("\ud800\udc00\ud800 \udfff\0\u0007\u001b]0;owned\u0007\u001b[31m</pre><script>alert(1)</script>"); }

//# FilterHangs | timeout | timeout
public static class Answers
{
    private static bool Forever() { for (; ; ) { } }
    public static double TotalDerivative(double[] f, double[] dg) { try { return f[-1]; } catch when (Forever()) { return 1; } }
}

//# ExceptionIsMissing | missing | missing
public static class Answers { public static double TotalDerivative(double[] f, double[] dg) => throw new NotImplementedException("\u001b[2J"); }

//# EndlessSequence | wrong-result-type,unreadable | wrong-result-type,unreadable
public static class Answers
{
    public static IEnumerable<double> TotalDerivative(double[] f, double[] dg) { for (; ; ) yield return 1; }
}

//# EndlessDictionary | wrong-result-type,timeout | wrong-result-type,timeout
public sealed class Endless : IDictionary
{
    private sealed class Pairs : IDictionaryEnumerator
    {
        public DictionaryEntry Entry => new("x\u202e\u001b[2J", 1.0);
        public object Key => "x";
        public object? Value => 1.0;
        public object Current => Entry;
        public bool MoveNext() => true;
        public void Reset() { }
    }
    public object? this[object key] { get => 1.0; set { } }
    public ICollection Keys => Array.Empty<double>();
    public ICollection Values => Array.Empty<double>();
    public bool IsReadOnly => true;
    public bool IsFixedSize => true;
    public int Count => -7;
    public object SyncRoot => this;
    public bool IsSynchronized => false;
    public void Add(object key, object? value) { }
    public void Clear() { }
    public bool Contains(object key) => true;
    public IDictionaryEnumerator GetEnumerator() => new Pairs();
    public void Remove(object key) { }
    public void CopyTo(Array array, int index) { }
    IEnumerator IEnumerable.GetEnumerator() => new Pairs();
}
public static class Answers { public static object TotalDerivative(double[] f, double[] dg) => new Endless(); }

//# TupleThatLies | wrong-result-type,crashed | wrong-result-type,crashed
public sealed class Lying : ITuple { public int Length => 1000; public object? this[int index] => index > 500 ? throw new InvalidOperationException("beyond") : new Lying(); }
public static class Answers { public static object TotalDerivative(double[] f, double[] dg) => new Lying(); }

//# ComparerHangs | timeout | timeout
public sealed class Slow : IEqualityComparer<string> { public bool Equals(string? x, string? y) { for (; ; ) { } } public int GetHashCode(string text) => 1; }
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg) => new Dictionary<string, double>(new Slow()) { ["a"] = 1, ["b"] = 2 }["b"];
}

//# NotANumberOfManyKinds | incorrect,not-finite | incorrect,not-finite
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg) => BitConverter.Int64BitsToDouble(unchecked((long)0xFFF8_DEAD_BEEF_0001));
}

//# VectorOfAMillion | unreadable,incorrect | unreadable,incorrect
public static class Answers { public static double[] TotalDerivative(double[] f, double[] dg) => new double[1_000_000]; }

//# Task | wrong-result-type | wrong-result-type
public static class Answers { public static async Task<double> TotalDerivative(double[] f, double[] dg) { await Task.Yield(); return 1; } }

//# NumberWithinBox | correct,wrong-result-type | correct,wrong-result-type
public static class Answers { public static double? TotalDerivative(double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum(); }

//# ByReference | wrong-signature | wrong-signature
public static class Answers { public static double TotalDerivative(ref double[] f, in double[] dg) => 1; }

//# VariableArguments | wrong-signature,crashed,forbidden-api | wrong-signature,crashed
public static class Answers { public static double TotalDerivative(double[] f, __arglist) => 1; }

//# ManyOfTheName | wrong-signature,correct | wrong-signature,correct
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum();
    public static double TotalDerivative(double[] dg, double[] f, int x = 1) => f.Zip(dg, (a, b) => a * b).Sum();
}

//# PrintsEscapes | correct | correct
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg)
    {
        Console.WriteLine("\u001b[2J\u001b]0;owned\u0007\u001b[31mred\u202eevil\u2066\0<script>alert(1)</script>&amp;\r\n::error::\u009b1m\ud800");
        return f.Zip(dg, (a, b) => a * b).Sum();
    }
}

//# VectorOfOwnKind | wrong-result-type,timeout,incorrect,unreadable | wrong-result-type,timeout,incorrect,unreadable
public sealed class Storage() : MathNet.Numerics.LinearAlgebra.Storage.VectorStorage<double>(5)
{
    public override bool IsDense => false;
    public override double At(int index) { for (; ; ) { } }
    public override void At(int index, double value) { }
    public override bool Equals(MathNet.Numerics.LinearAlgebra.Storage.VectorStorage<double>? other) => true;
}
public static class Answers
{
    public static MathNet.Numerics.LinearAlgebra.Vector<double> TotalDerivative(double[] f, double[] dg) =>
        MathNet.Numerics.LinearAlgebra.Vector<double>.Build.OfStorage(new Storage());
}
