package dev.quartet.auth.authorizations;

import java.util.function.BooleanSupplier;

/** Is everything that may be used once. */
public enum OneTimeThing {

	CODE {
		@Override
		public BooleanSupplier of(StoredFlow flow) {
			String code = flow.code();
			return () -> flow.redeem(code);
		}
	},
	CONSENT_STATE {
		@Override
		public BooleanSupplier of(StoredFlow flow) {
			String state = flow.consentState();
			return () -> flow.answer(state);
		}
	},
	PUSHED_REQUEST {
		@Override
		public BooleanSupplier of(StoredFlow flow) {
			String handle = flow.pushed();
			return () -> flow.usePushed(handle);
		}
	},
	DEVICE_CODE {
		@Override
		public BooleanSupplier of(StoredFlow flow) {
			StoredFlow.DeviceCodes codes = flow.device();
			flow.answerDevice(codes.user());
			return () -> flow.redeemDevice(codes.device());
		}
	},
	USER_CODE {
		@Override
		public BooleanSupplier of(StoredFlow flow) {
			String userCode = flow.device().user();
			return () -> flow.answerDevice(userCode);
		}
	},
	ASSERTION {
		@Override
		public BooleanSupplier of(StoredFlow flow) {
			String id = flow.random();
			return () -> flow.assertion(id);
		}
	};

	/** Issues one, and answers how to use it. */
	public abstract BooleanSupplier of(StoredFlow flow);

}
