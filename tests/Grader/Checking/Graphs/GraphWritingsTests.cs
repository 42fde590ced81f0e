using Grader.Checking;

namespace Grader.Tests.Checking.Graphs;

/// <summary>
/// Each graph part as students write it: right in other steps, another order, other names and with idle steps, and wrong or broken in
/// the usual ways, each with what it is told.
/// </summary>
[TestFixture]
public sealed class GraphWritingsTests
{
    private const string Practice = "backprop-practice";
    private const string Tables = "sgd-backprop-tables";
    private const string Sums = "cx = mul c x1; ex = mul e x2; dx = mul d x1; fx = mul f x2; z1 = add cx ex; z2 = add dx fx; ";

    private static readonly (string Worksheet, string Part, string Nodes, string Output, string Marks)[] Right =
    [
        (Practice, "1a.graph", "two = 2; half = 0.5; A = transpose W1; p = matmul A x; q = mul two p; S1 = mul half q; h = g S1; B = transpose W2; S2 = matmul B h; o = g S2", "o", ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}"),
        (Practice, "2a.graph", "x1 = g1 w; x2 = g2 w; x3 = g3 w; y = f x1 x2 x3", "y", ""),
        (Practice, "2a.graph", "zero = 0; v = sub w zero; x1 = g_1 v; x2 = g_2 v; x3 = g_3 v; y = f x1 x2 x3", "y", ""),
        (Practice, "1a.graph", "A = transpose W1; S1 = dot A x; h = g S1; B = transpose W2; S2 = dot B h; o = g S2", "o", ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}"),
        (Practice, "1a.graph", "S2 = matmul B h; h = g S1; o = g S2; B = transpose W2; S1 = matmul A x; A = transpose W1", "o", ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}"),
        (Practice, "1a.graph", "xr = transpose x; S1 = matmul xr W1; h = g S1; S2 = matmul h W2; y = g S2; o = transpose y", "o", ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}"),
        (Practice, "1a.graph", "A = transpose W1; a1 = matmul A x; na = neg a1; S1 = neg na; h = g S1; B = transpose W2; S2 = matmul B h; o = g S2", "o", ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}"),
        (Practice, "1a.graph", "A = transpose W1; a1 = matmul A x; h = g a1; B = transpose W2; a2 = matmul B h; o = g a2", "o", ", \"marks\": {\"delta1\": \"a1\", \"delta2\": \"a2\"}"),
        (Practice, "1a.graph", "A = transpose W1; S1 = matmul A x; h = g S1; B = transpose W2; m = neg B; k = matmul m h; S2 = neg k; o = g S2", "o", ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}"),
        (Practice, "1a.graph", "zero = 0; A = transpose W1; p = matmul A x; S1 = add p zero; h = g S1; B = transpose W2; S2 = matmul B h; o = g S2", "o", ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}"),
        (Practice, "1a.graph", "one = 1; A = transpose W1; p = matmul A x; S1 = mul one p; h = g S1; B = transpose W2; S2 = matmul B h; o = g S2", "o", ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}"),
        (Practice, "1a.graph", "x = x; W1 = W1; W2 = W2; W1t = transpose W1; S1 = matmul W1t x; X1 = g S1; W2t = transpose W2; S2 = matmul W2t X1; X2 = g S2", "X2", ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}"),
        (Practice, "2a.graph", "w = w; g1 = g_1 w; g2 = g_2 w; g3 = g_3 w; f = f g1 g2 g3", "f", ""),
        (Practice, "2a.graph", "f = f c b a; c = g_1 w; b = g_2 w; a = g_3 w", "f", ""),
        (Practice, "2a.graph", "u = w; v = w; t = w; x1 = g_1 u; x2 = g_2 v; x3 = g_3 t; y = f x1 x2 x3", "y", ""),
        (Practice, "2a.graph", "n = neg w; v = neg n; x1 = g_1 v; x2 = g_2 v; x3 = g_3 v; y = f x1 x2 x3", "y", ""),
        (Practice, "2a.graph", "one = 1; v = mul w one; x1 = g_1 v; x2 = g_2 v; x3 = g_3 v; y = f x1 x2 x3", "y", ""),
        (Practice, "2a.graph", "g_1 = g_1 w; g_2 = g_2 w; g_3 = g_3 w; f = f g_1 g_2 g_3", "f", ""),
        (Practice, "2a.graph", "x1 = g_1 w; x2 = g_2 w; x3 = g_3 w; y = f x1 x2 x3; z = 0; out = add y z", "out", ""),
        (Practice, "2a.graph", "x_1 = g_1 w; x_2 = g_2 w; x_3 = g_3 w; f(x) = f x_1 x_2 x_3", "f(x)", ""),
        (Practice, "2a.graph", "x₁ = g_1 w; x₂ = g_2 w; x₃ = g_3 w; F = f x₁ x₂ x₃", "F", ""),
        (Tables, "2a.graph", "i = add x x; ii = add i x; iii = add ii x; iv = add i ii; v = max ii iii; vi = min ii iii; vii = max iv v vi", "vii", ""),
        (Tables, "2a.graph", "k2 = 2; k3 = 3; k4 = 4; i = mul x k2; ii = mul x k3; iii = mul x k4; iv = add ii i; v = max iii ii; vi = min iii ii; vii = max vi v iv", "vii", ""),
        (Tables, "2a.graph", "k2 = 2; k3 = 3; k4 = 4; i = mul x k2; ii = mul x k3; iii = mul x k4; iv = add ii i; v = max iii ii; vi = min iii ii; a = max v vi; vii = max iv a", "vii", ""),
        (Tables, "2a.graph", "k2 = 2; k3 = 3; k4 = 4; (i) = mul k2 x; (ii) = mul k3 x; (iii) = mul k4 x; (iv) = add (i) (ii); (v) = max (ii) (iii); (vi) = min (ii) (iii); (vii) = max (iv) (v) (vi)", "(vii)", ""),
        (Tables, "2a.graph", "k2 = 2; k3 = 3; i = mul k2 x; ii = mul k3 x; iii = mul k2 i; iv = add i ii; v = max ii iii; vi = min ii iii; vii = max iv v vi", "vii", ""),
        (Tables, "2a.graph", "k2 = 2; k3 = 3; k4 = 4; i = dot k2 x; ii = dot k3 x; iii = dot k4 x; iv = add i ii; v = max ii iii; vi = min ii iii; vii = max iv v vi", "vii", ""),
        (Tables, "2a.graph", "k2 = 2.0; k3 = 3.0; k4 = 4.0; x = x; i = mul k2 x; ii = mul k3 x; iii = mul k4 x; iv = add i ii; v = max ii iii; vi = min ii iii; vii = max v iv vi", "vii", ""),
        (Tables, "2a.graph", "vii = max iv v vi; vi = min ii iii; v = max iii ii; iv = add i ii; iii = mul x vier; ii = mul x drei; i = mul x zwei; zwei = 2; drei = 3; vier = 4", "vii", ""),
        (Tables, "2a.graph", "k2 = 2; k3 = 3; k4 = 4; i = mul k2 x; ii = mul k3 x; iii = mul k4 x; iv = add i ii; v = max ii iii; vi = min ii iii; vii = max iv v vi; minus = neg vii; out = neg minus", "out", ""),
        (Tables, "2a.graph", "k2 = 2; k3 = 3; k4 = 4; i = mul k2 x; ii = mul k3 x; iii = mul k4 x; iv = plus i ii; v = maximum ii iii; vi = min ii iii; vii = max iv v vi", "vii", ""),
        (Practice, "2b.graph", "a = matmul W x; z = add a b; h = phi z; s = sum h; m = neg s; e = add y m; f = mul e e", "f", ""),
        (Practice, "2b.graph", "a = dot W x; z = add a b; h = phi z; s = sum h; e = sub y s; two = 2; f = pow e two", "f", ""),
        (Practice, "2b.graph", "nb = neg b; a = matmul W x; z = sub a nb; h = phi z; s = sum h; e = sub s y; f = square e", "f", ""),
        (Practice, "2b.graph", "a = matmul W x; z = add b a; h = phi z; s = sum h; yy = square y; ss = square s; ys = mul y s; two = 2; c = mul two ys; q = add yy ss; f = sub q c", "f", ""),
        (Practice, "2b.graph", "xT = transpose x; WT = transpose W; a = matmul xT WT; at = transpose a; z = add at b; h = phi z; s = sum h; e = sub y s; f = square e", "f", ""),
        (Practice, "2b.graph", "minus = -1; a = matmul W x; z = add a b; h = phi z; s = sum h; m = mul minus s; e = add y m; f = square e", "f", ""),
        (Practice, "2b.graph", "a = mul W x; z = add a b; h = phi z; s = sum h; e = sub y s; f = square e", "f", ""),
        (Practice, "2b.graph", "a = matmul W x; z = add a b; h = phi z; s = sum h; e = sub y s; f = dot e e", "f", ""),
        (Practice, "2b.graph", "a = matmul W x; z = add a b; h = phi z; m = neg h; s = sum m; e = add s y; f = mul e e", "f", ""),
        (Practice, "2b.graph", "f = square e; e = sub y s; s = sum h; h = phi z; z = add a b; a = matmul W x", "f", ""),
        (Practice, "2b.graph", "a = matmul W x; z = add a b; h = phi z; ab = sub y total; total = sum h; abs = square ab; f = sqrt sq; sq = square abs", "f", ""),
        (Tables, "2b.graph", "cx1 = mul x1 c; ex2 = mul x2 e; dx1 = mul x1 d; fx2 = mul x2 f; z1 = add ex2 cx1; z2 = add fx2 dx1; r1 = relu z1; r2 = relu z2; u = mul r1 a; v = mul r2 b; s1 = sigmoid u; s2 = sigmoid v; y = add s2 s1", "y", ""),
        (Tables, "2b.graph", Sums + "r1 = relu z1; r2 = relu z2; u = mul a r1; v = mul b r2; s1 = sigmoid u; s2 = sigmoid v; m = neg s2; y = sub s1 m", "y", ""),
        (Tables, "2b.graph", "y = add s1 s2; s1 = sigmoid u; s2 = sigmoid v; u = mul a r1; v = mul b r2; r1 = relu z1; r2 = relu z2; z1 = add cx ex; z2 = add dx fx; cx = mul c x1; ex = mul e x2; dx = mul d x1; fx = mul f x2", "y", ""),
        (Tables, "2b.graph", Sums + "r1 = relu z1; r2 = relu z2; u = mul a r1; v = mul b r2; nu = neg u; eu = exp nu; nv = neg v; ev = exp nv; one = 1; du = add one eu; dv = add one ev; m = -1; s1 = pow du m; s2 = pow dv m; y = add s1 s2", "y", ""),
        (Tables, "2b.graph", "c = c; x1 = x1; e = e; x2 = x2; d = d; f = f; a = a; b = b; cx = mul c x1; ex = mul e x2; dx = mul d x1; fx = mul f x2; z1 = add cx ex; z2 = add dx fx; r1 = relu z1; r2 = relu z2; u = mul a r1; v = mul b r2; s1 = sigmoid u; s2 = sigmoid v; y = add s1 s2", "y", ""),
        (Tables, "2b.graph", Sums + "r1 = relu z1; r2 = relu z2; u = mul a r1; v = mul b r2; h = 0.5; hu = mul h u; hv = mul h v; tu = tanh hu; tv = tanh hv; pu = mul h tu; pv = mul h tv; s1 = add h pu; s2 = add h pv; y = add s1 s2", "y", ""),
        (Tables, "2b.graph", "nx2 = neg x2; cx = mul c x1; ex = mul e nx2; dx = mul d x1; fx = mul f nx2; z1 = sub cx ex; z2 = sub dx fx; r1 = relu z1; r2 = relu z2; u = mul a r1; v = mul b r2; s1 = sigmoid u; s2 = sigmoid v; y = add s1 s2", "y", ""),
        (Tables, "2b.graph", Sums + "zero = 0; r1 = max z1 zero; r2 = max z2 zero; u = mul a r1; v = mul b r2; s1 = sigmoid u; s2 = sigmoid v; y = add s1 s2", "y", ""),
        (Tables, "2b.graph", Sums + "R1 = relu z1; R2 = relu z2; u = mul a R1; v = mul b R2; eu = exp u; ev = exp v; one = 1; du = add one eu; dv = add one ev; s1 = div eu du; s2 = div ev dv; y = add s1 s2", "y", ""),
        (Tables, "2b.graph", Sums + "r1 = relu z1; r2 = relu z2; u = mul a r1; v = mul b r2; s1 = sigmoid u; s2 = sigmoid v; minus = -1; t = mul minus s1; y = sub s2 t", "y", ""),
        (Tables, "2b.graph", Sums + "r1 = ReLU z1; r2 = ReLU z2; u = mul a r1; v = mul b r2; s1 = sigma u; s2 = sigma v; y = add s1 s2", "y", ""),
    ];

    private static readonly (string Worksheet, string Part, string Nodes, string Output, string Marks, Verdict Verdict, string Codes)[] Wrong =
    [
        (Practice, "1a.graph", "p = matmul xr W1; xr = transpose x; hr = g p; q = matmul hr W2; S2 = transpose q; S1 = transpose p; o = g S2; h = g S1", "o", ", \"marks\": {\"delta1\": \"p\", \"delta2\": \"S2\"}", Verdict.Partial, "unused-node"),
        (Practice, "1a.graph", "xr = transpose x; p = matmul xr W1; h = g p; q = matmul h W2; o = g q", "o", ", \"marks\": {\"delta1\": \"p\", \"delta2\": \"q\"}", Verdict.Incorrect, "transposed"),
        (Practice, "1a.graph", "S1 = matmul W1 x; h = g S1; S2 = matmul W2 h; o = g S2", "o", ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}", Verdict.Unreadable, "shape-mismatch"),
        (Practice, "1a.graph", "A = transpose W1; S1 = matmul A x; h = g S1; S2 = matmul W2 h; o = g S2", "o", ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}", Verdict.Unreadable, "shape-mismatch"),
        (Practice, "1a.graph", "A = transpose W1; S1 = matmul A x; B = transpose W2; S2 = matmul B S1; o = g S2", "o", ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}", Verdict.Incorrect, "missing-factor wrong-node"),
        (Practice, "1a.graph", "A = transpose W1; S1 = matmul A x; h = sigmoid S1; B = transpose W2; S2 = matmul B h; o = sigmoid S2", "o", ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}", Verdict.Incorrect, "wrong-value missing-operation wrong-node"),
        (Practice, "1a.graph", "A = transpose W1; S1 = matmul A x; h = g S1; B = transpose W2; S2 = matmul B h; o = g S2", "o", "", Verdict.Partial, "missing-mark"),
        (Practice, "1a.graph", "A = transpose W1; S1 = matmul A x; h = g S1; B = transpose W2; S2 = matmul B h; o = g S2", "o", ", \"marks\": {\"delta1\": \"h\", \"delta2\": \"o\"}", Verdict.Partial, "wrong-mark"),
        (Practice, "1a.graph", "A = transpose W1; S1 = matmul A x; h = g S1; B = transpose W2; S2 = matmul B h; o = g S2", "S2", ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}", Verdict.Incorrect, "missing-factor unused-node"),
        (Practice, "1a.graph", "A = transpose W1; S1 = matmul A x; h = g S1; B = transpose W2; S2 = matmul B h; o = g S2 h", "o", ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}", Verdict.Unreadable, "wrong-arity"),
        (Practice, "1a.graph", "A = transpose W1; S1 = matmul A x; h = g S1; B = transpose W2; S2 = matmul B h; o = g S2", "o", ", \"marks\": {\"delta1\": \"S2\", \"delta2\": \"S1\"}", Verdict.Partial, "wrong-mark"),
        (Practice, "1a.graph", "A = transpose W1; S1 = matmul A x; h = G S1; B = transpose W2; S2 = matmul B h; o = softmax S2", "o", ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}", Verdict.Unreadable, "unknown-operation"),
        (Practice, "1a.graph", "A = transpose W1; S1 = mul A x; h = g S1; B = transpose W2; S2 = matmul B h; S3 = g S2; o = g S3", "o", ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}", Verdict.Incorrect, "wrong-value wrong-node"),
        (Practice, "2a.graph", "x1 = g_1 w; x2 = g_2 w; x3 = g_3 w; y = add x1 x2 x3", "y", "", Verdict.Incorrect, "wrong-value missing-operation wrong-node"),
        (Practice, "2a.graph", "x1 = g_1 w; x2 = g_2 x1; x3 = g_3 x2; y = f x3", "y", "", Verdict.Unreadable, "wrong-arity"),
        (Practice, "2a.graph", "x1 = g_1 w; x2 = g_2 x1; x3 = g_3 x2; y = f x1 x2 x3", "y", "", Verdict.Incorrect, "wrong-quantity wrong-node"),
        (Practice, "2a.graph", "x1 = g_1 w; x2 = g_2 w; y = f x1 x2", "y", "", Verdict.Unreadable, "wrong-arity"),
        (Practice, "2a.graph", "y = f w w w", "y", "", Verdict.Incorrect, "wrong-value missing-operation wrong-node"),
        (Practice, "2a.graph", "x1 = g_1 w1; x2 = g_2 w2; x3 = g_3 w3; y = f x1 x2 x3", "y", "", Verdict.Unreadable, "dangling-input"),
        (Practice, "2a.graph", "x1 = g w; x2 = g w; x3 = g w; y = f x1 x2 x3", "y", "", Verdict.Unreadable, "unknown-operation"),
        (Practice, "2a.graph", "x1 = g_1 w; x2 = g_2 w; x3 = g_3 w; y = f x3 x2 x1", "y", "", Verdict.Incorrect, "permuted wrong-node"),
        (Practice, "2a.graph", "x1 = g_1 w; x2 = g_2 w; x3 = g_3 w; x4 = g_4 w; y = f x1 x2 x3", "y", "", Verdict.Unreadable, "unknown-operation"),
        (Practice, "2a.graph", "x1 = g_1 w; x2 = g_2 w; x3 = g_3 w; y = f x1 x2 x3", "z", "", Verdict.Unreadable, "no-output"),
        (Practice, "2b.graph", "a = matmul W x; h = phi a; s = sum h; e = sub y s; f = square e", "f", "", Verdict.Incorrect, "missing-term wrong-node"),
        (Practice, "2b.graph", "a = matmul W x; z = add a b; h = phi z; e = sub y h; q = square e; f = sum q", "f", "", Verdict.Incorrect, "wrong-value wrong-node"),
        (Practice, "2b.graph", "a = matmul W x; z = add a b; h = phi z; s = sum h; f = sub y s", "f", "", Verdict.Incorrect, "missing-factor wrong-node"),
        (Practice, "2b.graph", "a = matmul W x; z = add a b; h = sigmoid z; s = sum h; e = sub y s; f = square e", "f", "", Verdict.Incorrect, "wrong-value missing-operation wrong-node"),
        (Practice, "2b.graph", "a = matmul W x; z = add a b; t = sum z; h = phi t; e = sub y h; f = square e", "f", "", Verdict.Incorrect, "wrong-quantity wrong-node"),
        (Practice, "2b.graph", "a = matmul W x; z = add a b; h = phi z; s = sum h; e = add y s; f = square e", "f", "", Verdict.Incorrect, "wrong-sign wrong-node"),
        (Practice, "2b.graph", "a = matmul x W; z = add a b; h = phi z; s = sum h; e = sub y s; f = square e", "f", "", Verdict.Unreadable, "shape-mismatch"),
        (Practice, "2b.graph", "a = matmul W x; z = add a b; s = sum z; e = sub y s; f = square e", "f", "", Verdict.Incorrect, "missing-function missing-operation wrong-node"),
        (Practice, "2b.graph", "a = matmul W x; z = add a b; h = phi z; s = sum h; e = sub y s; q = square e; half = 0.5; f = mul half q", "f", "", Verdict.Incorrect, "constant-factor wrong-node"),
        (Practice, "2b.graph", "a = matmul W x; z = add a b; h = phi z; s = sum h; e = sub y s; f = square e; loss = neg f", "f", "", Verdict.Partial, "unused-node"),
        (Tables, "2a.graph", "k2 = 2; k3 = 3; k4 = 4; i = mul k2 x; ii = mul k3 x; iii = mul k4 x; iv = add i ii; v = max ii iii; n2 = neg ii; n3 = neg iii; m = max n2 n3; vi = neg m; vii = max iv v vi", "vii", "", Verdict.Partial, "missing-operation"),
        (Tables, "2a.graph", "k2 = 2; k3 = 3; k4 = 4; i = mul k2 x; ii = mul k3 x; iii = mul k4 x; iv = add i ii; v = min ii iii; vi = max ii iii; vii = max iv v", "vii", "", Verdict.Incorrect, "missing-function unused-node"),
        (Tables, "2a.graph", "k2 = 2; k3 = 3; k4 = 4; i = mul k2 x; ii = mul k3 x; iii = mul k4 x; iv = add i ii; v = max i ii; vi = min ii iii; vii = max iv v vi", "vii", "", Verdict.Incorrect, "permuted wrong-node"),
        (Tables, "2a.graph", "i = 2; ii = 3; iii = 4; iv = add i ii; v = max ii iii; vi = min ii iii; vii = max iv v vi", "vii", "", Verdict.Incorrect, "wrong-value wrong-node"),
        (Tables, "2a.graph", "k2 = 2; k3 = 3; k4 = 4; i = add k2 x; ii = add k3 x; iii = add k4 x; iv = add i ii; v = max ii iii; vi = min ii iii; vii = max iv v vi", "vii", "", Verdict.Incorrect, "wrong-value wrong-node"),
        (Tables, "2a.graph", "k2 = 2; k3 = 3; k4 = 4; i = mul k2 x; ii = mul k3 x; iii = mul k4 x; iv = add i ii; v = max ii iii; vi = min ii iii; vii = max iv v", "vii", "", Verdict.Partial, "unused-node"),
        (Tables, "2a.graph", "five = 5; three = 3; a = mul five x; b = mul three x; vii = max a b", "vii", "", Verdict.Partial, "missing-operation missing-node"),
        (Tables, "2a.graph", "i = mul 2 x; ii = mul 3 x; iii = mul 4 x; iv = add i ii; v = max ii iii; vi = min ii iii; vii = max iv v vi", "vii", "", Verdict.Unreadable, "dangling-input"),
        (Tables, "2a.graph", "k2 = 2; k3 = 3; k4 = 4; i = mul k2 x; ii = mul k3 x; iii = mul k4 x; iv = add i ii; v = max ii iii; vi = min ii iii; vii = max v vi", "vii", "", Verdict.Incorrect, "missing-term unused-node"),
        (Tables, "2a.graph", "k2 = 2; k3 = 3; k4 = 4; i = mul k2 x; ii = mul k3 x; iii = mul k4 x; iv = add i vii; v = max ii iii; vi = min ii iii; vii = max iv v vi", "vii", "", Verdict.Unreadable, "cycle"),
        (Tables, "2b.graph", Sums + "u = mul a z1; v = mul b z2; s1 = sigmoid u; s2 = sigmoid v; y = add s1 s2", "y", "", Verdict.Incorrect, "missing-factor wrong-node"),
        (Tables, "2b.graph", Sums + "r1 = relu z1; r2 = relu z2; s1 = sigmoid r1; s2 = sigmoid r2; u = mul a s1; v = mul b s2; y = add u v", "y", "", Verdict.Incorrect, "wrong-value wrong-node"),
        (Tables, "2b.graph", "cx = mul c x1; dx = mul d x2; ex = mul e x1; fx = mul f x2; z1 = add cx dx; z2 = add ex fx; r1 = relu z1; r2 = relu z2; u = mul a r1; v = mul b r2; s1 = sigmoid u; s2 = sigmoid v; y = add s1 s2", "y", "", Verdict.Incorrect, "permuted wrong-node"),
        (Tables, "2b.graph", Sums + "s1 = sigmoid z1; s2 = sigmoid z2; u = mul a s1; v = mul b s2; r1 = relu u; r2 = relu v; y = add r1 r2", "y", "", Verdict.Incorrect, "wrong-value wrong-node"),
        (Tables, "2b.graph", Sums + "r1 = relu z1; r2 = relu z2; u = mul a r1; v = mul b r2; t = add u v; y = sigmoid t", "y", "", Verdict.Incorrect, "wrong-value wrong-node"),
        (Tables, "2b.graph", Sums + "r1 = relu z1; r2 = relu z2; u = mul b r1; v = mul a r2; s1 = sigmoid u; s2 = sigmoid v; y = add s1 s2", "y", "", Verdict.Incorrect, "wrong-value wrong-node"),
        (Tables, "2b.graph", Sums + "r1 = relu z1; r2 = relu z2; u = add a r1; v = add b r2; s1 = sigmoid u; s2 = sigmoid v; y = add s1 s2", "y", "", Verdict.Incorrect, "wrong-value wrong-node"),
        (Tables, "2b.graph", Sums + "r1 = relu z1; r2 = relu z2; u = mul a r1; v = mul b r2; s1 = tanh u; s2 = tanh v; y = add s1 s2", "y", "", Verdict.Incorrect, "wrong-value wrong-node"),
        (Tables, "2b.graph", "h1 = relu x1; h2 = relu x2; u = mul a h1; v = mul b h2; s1 = sigmoid u; s2 = sigmoid v; y = add s1 s2", "y", "", Verdict.Incorrect, "wrong-value wrong-node"),
        (Tables, "2b.graph", Sums + "r1 = relu z1; r2 = relu z2; u = mul a r1; v = mul b r2; s1 = sigmoid u; s2 = sigmoid v; y = add s1 s2 s2", "y", "", Verdict.Incorrect, "extra-term wrong-node"),
    ];

    [Test]
    public void RightGraph_HoweverItIsWritten_EarnsFullMarks([ValueSource(nameof(Right))] (string Worksheet, string Part, string Nodes, string Output, string Marks) graph)
    {
        var result = GraphAnswerTests.Check(graph.Worksheet, graph.Part, graph.Nodes, graph.Output, graph.Marks);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Correct), string.Join(' ', result.Feedback));
        Assert.That(result.Score, Is.EqualTo(result.MaxScore));
    }

    [Test]
    public void WrongGraph_IsToldWhatIsWrong(
        [ValueSource(nameof(Wrong))] (string Worksheet, string Part, string Nodes, string Output, string Marks, Verdict Verdict, string Codes) graph)
    {
        var result = GraphAnswerTests.Check(graph.Worksheet, graph.Part, graph.Nodes, graph.Output, graph.Marks);
        Assert.That(result.Verdict, Is.EqualTo(graph.Verdict), string.Join(' ', result.Feedback));
        Assert.That(result.Feedback.Select(feedback => feedback.Code).Distinct(), Is.EqualTo(graph.Codes.Split(' ')));
    }

    [Test]
    public void Tables_HoldTenOfEachForEveryGraphPart()
    {
        Assert.That(Right.GroupBy(graph => (graph.Worksheet, graph.Part)).Select(part => part.Count()), Has.Exactly(5).AtLeast(10));
        Assert.That(Wrong.GroupBy(graph => (graph.Worksheet, graph.Part)).Select(part => part.Count()), Has.Exactly(5).AtLeast(10));
    }
}
