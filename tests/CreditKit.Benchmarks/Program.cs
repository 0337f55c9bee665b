Console.WriteLine("intake | masking | column | storm | proofs"); return 2;
